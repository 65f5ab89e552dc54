"use client";

import { useSyncExternalStore } from "react";
import { keep, readKept, watchKept } from "@/lib/device-store";

// Speech input and restless fingers press letters by accident: WCAG 2.2, 2.1.4 asks for a way to turn them off.
const KEY = "homeroom.single-keys";

const TYPING = "textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])";
// A toast is a dialog by its role, but nothing waits for it.
const OVERLAY = "[role=dialog], [role=alertdialog]:not([aria-modal=false]), [role=menu], [role=listbox]";

/** Whether letters alone act as shortcuts on this device. */
export function singleKeysAreOn(): boolean {
  return readKept(KEY) !== "off";
}

/** Turns shortcuts of one letter on or off for this device. */
export function switchSingleKeys(on: boolean): void {
  keep(KEY, on ? null : "off");
}

/** The same as state; on while the server draws. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(watchKept, singleKeysAreOn, () => true);
}

/** Whether the key may act as a shortcut: alone, not typed into a field, nothing open above the page. */
export function isSingleKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return false;
  const { target } = event;
  if (target instanceof HTMLElement)
    if (target.isContentEditable || target.matches(TYPING) || target.closest(OVERLAY)) return false;
  return singleKeysAreOn();
}
