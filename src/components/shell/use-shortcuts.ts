"use client";

import { useEffect, useRef } from "react";
import { isSingleKey } from "@/components/ui/single-keys";
import { pressKey, type Shortcut, type ShortcutAct, type Waiting } from "./shortcuts";
import { isMac } from "./use-mod-key";

/** Binds the shortcuts to the whole page; while `blocked`, only the palette's chord is heard. */
export function useShortcuts(
  shortcuts: readonly Shortcut[],
  blocked: boolean,
  perform: (act: ShortcutAct) => void,
): void {
  const latest = useRef({ shortcuts, blocked, perform });
  useEffect(() => {
    latest.current = { shortcuts, blocked, perform };
  });
  useEffect(() => {
    let waiting: Waiting;
    const onKey = (event: KeyboardEvent) => {
      const { shortcuts, blocked, perform } = latest.current;
      if (isPaletteChord(event)) {
        event.preventDefault();
        perform({ kind: "palette" });
      } else if (!blocked && isSingleKey(event)) {
        const pressed = pressKey(shortcuts, event.key, event.timeStamp, waiting);
        waiting = pressed.waiting;
        if (pressed.act || pressed.waiting) event.preventDefault();
        if (pressed.act) perform(pressed.act);
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

// Also while typing: the chord types nothing.
function isPaletteChord(event: KeyboardEvent): boolean {
  const mod = isMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return mod && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
}
