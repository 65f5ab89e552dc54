import type { Place, PlaceKey } from "./navigation";

export const SHORTCUT_GROUPS = ["anywhere", "go", "page", "rows"] as const;

/** What a shortcut does; `here` is done by the part of the page that has the focus. */
export type ShortcutAct =
  | { kind: "palette" | "help" | "search" | "create" | "rows" | "here" }
  | { kind: "go"; href: string };

type Told =
  | "palette"
  | "help"
  | "notices"
  | "search"
  | "create"
  | "next"
  | "previous"
  | "select"
  | "open"
  | "close";

export type Shortcut = {
  group: (typeof SHORTCUT_GROUPS)[number];
  /** As `KeyboardEvent.key` has them, one after the other; `Mod` is Control, on a Mac Command. */
  keys: readonly string[];
  /** Any of these alone does the same. */
  or?: readonly string[];
  act: ShortcutAct;
} & ({ told: Told } | { place: PlaceKey });

/** All shortcuts of a person with these places: what the dialog lists and what the keys do. */
export function shortcutsOf(places: readonly Place[]): readonly Shortcut[] {
  return [
    { group: "anywhere", keys: ["Mod", "k"], act: { kind: "palette" }, told: "palette" },
    { group: "anywhere", keys: ["?"], act: { kind: "help" }, told: "help" },
    { group: "anywhere", keys: ["F6"], act: { kind: "here" }, told: "notices" },
    ...places.map(
      ({ key, letter, href }): Shortcut => ({
        group: "go",
        keys: ["g", letter],
        act: { kind: "go", href },
        place: key,
      }),
    ),
    { group: "page", keys: ["/"], act: { kind: "search" }, told: "search" },
    { group: "page", keys: ["n"], act: { kind: "create" }, told: "create" },
    { group: "rows", keys: ["j"], or: ["ArrowDown"], act: { kind: "rows" }, told: "next" },
    { group: "rows", keys: ["k"], or: ["ArrowUp"], act: { kind: "here" }, told: "previous" },
    { group: "rows", keys: ["Space"], act: { kind: "here" }, told: "select" },
    { group: "rows", keys: ["Enter"], act: { kind: "here" }, told: "open" },
    { group: "rows", keys: ["Escape"], act: { kind: "here" }, told: "close" },
  ];
}

/** A first key that waits for its second, and since when. */
export type Waiting = { key: string; since: number } | undefined;

const PATIENCE = 1_500;

/** What a key alone means after what was pressed before; a prefix is given up after 1.5 seconds. */
export function pressKey(
  shortcuts: readonly Shortcut[],
  key: string,
  now: number,
  waiting?: Waiting,
): { act?: ShortcutAct; waiting?: Waiting } {
  const single = shortcuts.filter(({ keys, act }) => keys[0] !== "Mod" && act.kind !== "here");
  if (waiting && now - waiting.since <= PATIENCE) {
    const second = single.find(({ keys }) => keys[0] === waiting.key && keys[1] === key);
    return { act: second?.act };
  }
  const found = single.find(({ keys }) => keys[0] === key);
  if (!found) return {};
  return found.keys.length > 1 ? { waiting: { key, since: now } } : { act: found.act };
}
