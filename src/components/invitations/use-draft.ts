"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { ROLES, type Role } from "@/domain/roles";
import { oneOf } from "@/lib/one-of";
import { keepInTab, readTab, watchTab } from "@/lib/tab-store";

/** What the form of an invitation holds; an empty `classId` is no class. */
export type Draft = { text: string; role: Role; classId: string; days: number };

function parse(kept: string | null): Draft | undefined {
  if (kept === null) return undefined;
  try {
    const { text, role: name, classId, days } = JSON.parse(kept);
    const role = oneOf(ROLES, name);
    const isWhole = typeof text === "string" && typeof classId === "string" && Number.isInteger(days);
    return role && isWhole ? { text, role, classId, days } : undefined;
  } catch {
    return undefined;
  }
}

/** The form's content, kept in this tab as it is typed: a reload or a wrong turn loses nothing. */
export function useDraft(key: string, empty: Draft) {
  const kept = useSyncExternalStore(
    watchTab,
    () => readTab(key),
    () => null,
  );
  const draft = useMemo(() => parse(kept) ?? empty, [kept, empty]);
  const change = useCallback(
    (part: Partial<Draft>) => keepInTab(key, JSON.stringify({ ...(parse(readTab(key)) ?? empty), ...part })),
    [key, empty],
  );
  const clear = useCallback(() => keepInTab(key, null), [key]);
  return { draft, change, clear };
}
