"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { z } from "zod";
import { roleSchema } from "@/domain/roles";

const draftSchema = z.object({
  text: z.string(),
  role: roleSchema,
  classId: z.string(),
  days: z.number().int(),
});

/** What the form of an invitation holds; an empty `classId` is no class. */
export type Draft = z.infer<typeof draftSchema>;

const listeners = new Set<() => void>();
// Where the browser keeps nothing for us (private windows, no room), the tab itself does.
const memory = new Map<string, string>();

function read(key: string): string | null {
  try {
    return window.sessionStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

function write(key: string, value: string | null): void {
  memory.delete(key);
  try {
    if (value === null) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, value);
  } catch {
    if (value !== null) memory.set(key, value);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function parse(kept: string | null): Draft | undefined {
  if (kept === null) return undefined;
  try {
    return draftSchema.safeParse(JSON.parse(kept)).data;
  } catch {
    return undefined;
  }
}

/** The form's content, kept in this tab as it is typed: a reload or a wrong turn loses nothing. */
export function useDraft(key: string, empty: Draft) {
  const kept = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  const draft = useMemo(() => parse(kept) ?? empty, [kept, empty]);
  const change = useCallback(
    (part: Partial<Draft>) => write(key, JSON.stringify({ ...(parse(read(key)) ?? empty), ...part })),
    [key, empty],
  );
  const clear = useCallback(() => write(key, null), [key]);
  return { draft, change, clear };
}
