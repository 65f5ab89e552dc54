"use client";

import { type RefObject, useMemo, useRef, useState } from "react";
import { fetchEarly } from "./insist";
import type { Trigger } from "./trigger-context";

export interface Popup {
  /** For `TriggerContext` around the button that opens it. */
  trigger: Trigger;
  triggerRef: RefObject<HTMLButtonElement | null>;
  open: boolean;
  setOpen: (open: boolean) => void;
  /** Has been opened: what shows it stays for its way out. */
  used: boolean;
}

/** Something that opens from a button and is fetched on first use; controlled where `open` is given. */
export function usePopup(
  haspopup: Trigger["haspopup"],
  load: () => Promise<unknown>,
  controlled: { open?: boolean; onOpenChange?: (open: boolean) => void } = {},
): Popup {
  const { onOpenChange } = controlled;
  const triggerRef = useRef<HTMLButtonElement>(null);
  const [own, setOwn] = useState(false);
  const [used, setUsed] = useState(false);
  const open = controlled.open ?? own;
  if (open && !used) setUsed(true);
  return useMemo(() => {
    const setOpen = (next: boolean) => {
      setOwn(next);
      onOpenChange?.(next);
    };
    const trigger: Trigger = {
      ref: triggerRef,
      open,
      haspopup,
      onPress: () => setOpen(!open),
      onNear: () => fetchEarly(load),
    };
    return { trigger, triggerRef, open, setOpen, used: used || open };
  }, [haspopup, load, onOpenChange, open, used]);
}
