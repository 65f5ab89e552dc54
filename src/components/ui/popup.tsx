"use client";

import { type ReactNode, Suspense } from "react";
import { lazyAria } from "./lazy-aria";
import { TriggerContext } from "./trigger-context";
import { usePopup } from "./use-popup";

const loadPopup = () => import("./popup-body");
const PopupBody = lazyAria(loadPopup);

export interface PopupProps {
  /** The popup's name for assistive technology. */
  label: string;
  /** A `PressButton` or another button of this library. */
  trigger: ReactNode;
  /** What it holds; drawn once it is open. */
  children: ReactNode;
  /** Controlled: with `onOpenChange`. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
}

/** A small dialog beside the button that opens it; fetched when a press is near. */
export function Popup({ label, trigger, children, open, onOpenChange, className }: PopupProps) {
  const popup = usePopup("dialog", loadPopup, { open, onOpenChange });
  return (
    <>
      <TriggerContext value={popup.trigger}>{trigger}</TriggerContext>
      {popup.used ? (
        <Suspense fallback={null}>
          <PopupBody popup={popup} label={label} className={className}>
            {children}
          </PopupBody>
        </Suspense>
      ) : null}
    </>
  );
}
