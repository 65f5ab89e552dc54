"use client";

import { useState } from "react";

/**
 * Whole seconds that the rest takes at the pace seen so far on this page; undefined while there is none. `at` is when
 * the browser learned of `done`.
 */
export function useTimeLeft(done: number, total: number, at: number): number | undefined {
  const [start] = useState({ done, at });
  const pace = (done - start.done) / (at - start.at);
  return pace > 0 ? Math.max(1, Math.round((total - done) / pace / 1_000)) : undefined;
}
