"use client";

import { useCallback, useSyncExternalStore } from "react";
import { keepInTab, readTab, watchTab } from "@/lib/tab-store";

/** Text kept in this tab as it is typed: a reload or a wrong turn loses nothing. */
export function useTabText(key: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(
    watchTab,
    () => readTab(key) ?? "",
    () => "",
  );
  const change = useCallback((next: string) => keepInTab(key, next === "" ? null : next), [key]);
  return [text, change];
}
