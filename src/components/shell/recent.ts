import { keep, readKept } from "@/lib/device-store";
import { oneOf } from "@/lib/one-of";

/** What somebody opened last from the palette; of all but places the name too, for who opened them alone. */
export type Recent = {
  kind: "place" | "person" | "class" | "student" | "guardian";
  id: string;
  name: string;
};

const KEY = "homeroom.recent";
const MAX = 5;
const KINDS = ["place", "person", "class", "student", "guardian"] as const;

/** The newest first; empty where another person used the device last. */
export function readRecent(owner: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(readKept(KEY) ?? "null");
    if (!isRecord(kept) || kept.owner !== owner || !Array.isArray(kept.items)) return [];
    return kept.items.flatMap(recentOf).slice(0, MAX);
  } catch {
    return [];
  }
}

/** Puts one in front. */
export function remember(owner: string, opened: Recent): void {
  const others = readRecent(owner).filter(({ kind, id }) => kind !== opened.kind || id !== opened.id);
  keep(KEY, JSON.stringify({ owner, items: [opened, ...others].slice(0, MAX) }));
}

/** Leaves no name on the device. */
export function forgetRecent(): void {
  keep(KEY, null);
}

function recentOf(item: unknown): Recent[] {
  if (!isRecord(item)) return [];
  const { id, name } = item;
  const kind = oneOf(KINDS, item.kind);
  return kind && typeof id === "string" && typeof name === "string" ? [{ kind, id, name }] : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
