"use client";

import { onlineManager } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useSyncExternalStore } from "react";

/** What was asked for and could not be done without a connection; `times` tells one attempt from the next. */
export type Held = { what: "stay" | "staySignedIn" | "notLoaded"; times: number };

let held: Held | undefined;
const watchers = new Set<() => void>();

function setHeld(next: Held | undefined): void {
  held = next;
  for (const changed of watchers) changed();
}

onlineManager.subscribe((online) => {
  if (online) setHeld(undefined);
});

/** Says in the bar of the lost connection why nothing happens. */
export function hold(what: Held["what"]): void {
  setHeld({ what, times: (held?.times ?? 0) + 1 });
}

/** What the bar of the lost connection has to say beside that there is none. */
export function useHeld(): Held | undefined {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => held,
    () => undefined,
  );
}

/** Whether the server can be reached, as far as is known. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
    () => true,
  );
}

/** Goes to an address, unless there is no connection: a page that cannot be fetched would take this one away. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  return useCallback(
    (href) => {
      if (onlineManager.isOnline()) router.push(href);
      else hold("stay");
    },
    [router],
  );
}

/** Asks the server for next to nothing; any answer is a connection, and all that waits goes on. */
export async function tryConnection(): Promise<void> {
  try {
    await fetch("/icon.svg", { method: "HEAD", cache: "no-store" });
    onlineManager.setOnline(true);
  } catch {
    // Still none.
  }
}
