import { ATTRIBUTES } from "./header-names";
import type { ColumnOwner } from "./header-words";

type Known = { owner: ColumnOwner; attribute: string };

/** Slips of the hand that a long heading may have. */
const MAX_SLIPS = 2;
const MIN_LENGTH = 8;

/**
 * What a heading that nobody knows may mean: one cut short (`TALLA_CAM`) or mistyped (`Fecha de nacimineto`). Undefined
 * where none is like it, or more than one of the same owner.
 */
export function resembling(owners: readonly ColumnOwner[], words: readonly string[]): Known | undefined {
  const typed = [...words].sort().join(" ");
  const likenesses = [
    (key: string) => isCutShort(words, key.split(" ")),
    (key: string) =>
      typed.length >= MIN_LENGTH &&
      Math.abs(typed.length - key.length) <= MAX_SLIPS &&
      slips(typed, key) <= MAX_SLIPS,
  ];
  for (const isLike of likenesses)
    for (const owner of owners) {
      const names = [...ATTRIBUTES[owner]].filter(([key]) => isLike(key));
      const [attribute, ...others] = new Set(names.map(([, each]) => each));
      if (attribute !== undefined && others.length === 0) return { owner, attribute };
    }
  return undefined;
}

/** Whether each word begins a word of the name, of which there are as many. */
function isCutShort(words: readonly string[], name: readonly string[]): boolean {
  if (words.length < 2 || words.length !== name.length) return false;
  const left = [...name];
  return words.every((word) => {
    const at = left.findIndex((full) => word.length >= 3 && full.startsWith(word));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Letters to change, add, leave out or swap with the next, to come from one text to the other (optimal string alignment). */
function slips(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const now = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      now.push(least);
    }
    before = last;
    last = now;
  }
  return last[other.length] ?? 0;
}
