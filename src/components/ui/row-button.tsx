"use client";

import type { ReactNode } from "react";
import { PressButton } from "./press-button";

/** A button as wide as its column, with a free face: identity, account. */
export function RowButton({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <PressButton
      aria-label={label}
      className="flex min-h-11 w-full items-center gap-2 rounded-md px-2 py-1.5 text-left hover:bg-press"
    >
      {children}
    </PressButton>
  );
}
