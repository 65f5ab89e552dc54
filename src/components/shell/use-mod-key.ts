"use client";

import { useSyncExternalStore } from "react";

/** Whether the device calls its chords by Command. */
export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}

const NEVER = () => () => undefined;

/** Whether chords are written with ⌘; Control while the server draws. */
export function useIsMac(): boolean {
  return useSyncExternalStore(NEVER, isMac, () => false);
}
