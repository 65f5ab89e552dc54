import { foldText, searchTerms } from "./text-keys";

/** A piece of a text, and whether a search asked for it. */
export type Part = { text: string; hit: boolean };

const JOINER = /['’‘ʼ`´]/u;

/** One written letter: where it ends in the text, how it folds, and whether a word begins with it. */
type Letter = { from: number; to: number; folded: string; starts: boolean };

function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  let starts = true;
  for (const { 0: written, index: from } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const folded = foldText(written);
    // D'Souza is found as dsouza and as souza.
    if (folded !== "") letters.push({ from, to: from + written.length, folded, starts });
    starts = folded === "" || JOINER.test(written);
    if (folded === "" && !JOINER.test(written)) letters.push({ from, to: from, folded: " ", starts: false });
  }
  return letters;
}

/** How many letters from `at` on spell the term; 0 where they do not. */
function spelled(letters: readonly Letter[], at: number, term: string): number {
  let rest = term;
  for (let count = 0; ; count += 1) {
    if (rest === "") return count;
    const folded = letters[at + count]?.folded;
    if (folded === undefined || !(rest.startsWith(folded) || folded.startsWith(rest))) return 0;
    rest = rest.slice(folded.length);
  }
}

/** The text in pieces, those marked that `searchTerms` of the query finds at the beginnings of words. */
export function matchedParts(text: string, query: string): Part[] {
  const letters = lettersOf(text);
  const terms = searchTerms(query);
  const hits = new Set<number>();
  letters.forEach(({ starts }, at) => {
    if (!starts) return;
    const longest = Math.max(0, ...terms.map((term) => spelled(letters, at, term)));
    for (let step = 0; step < longest; step += 1) hits.add(at + step);
  });
  const parts: Part[] = [];
  let done = 0;
  const add = (to: number, hit: boolean) => {
    const piece = text.slice(done, to);
    const last = parts.at(-1);
    if (piece !== "" && last?.hit === hit) last.text += piece;
    else if (piece !== "") parts.push({ text: piece, hit });
    done = Math.max(done, to);
  };
  for (const at of [...hits].sort((a, b) => a - b)) {
    const letter = letters[at];
    if (!letter) continue;
    add(letter.from, hits.has(at - 1));
    add(letter.to, true);
  }
  add(text.length, false);
  return parts;
}
