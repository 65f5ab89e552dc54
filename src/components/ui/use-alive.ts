"use client";

import { useSyncExternalStore } from "react";

/** False until the browser has taken over: what has arrived meanwhile must not differ from the server's page. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
