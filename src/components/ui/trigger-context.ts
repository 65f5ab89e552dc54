"use client";

import { createContext, type Ref } from "react";

/** What a menu, a popup or a dialog gives the button inside it that opens it. */
export interface Trigger {
  ref: Ref<HTMLButtonElement>;
  open: boolean;
  haspopup: "menu" | "dialog";
  onPress: () => void;
  /** Called when a press is likely: what it opens is fetched meanwhile. */
  onNear: () => void;
}

export const TriggerContext = createContext<Trigger | null>(null);
