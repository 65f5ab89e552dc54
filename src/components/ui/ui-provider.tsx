import type { ReactNode } from "react";
import { ToastRegion } from "./toast";

/** Holds the place for toasts; wrap the whole document body in it. */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <>
      {/* Stands for the style element of this id that React Aria would add; its rule is in globals.css. */}
      <meta id="react-aria-pressable-style" name="format-detection" content="telephone=no" />
      {children}
      <ToastRegion />
    </>
  );
}
