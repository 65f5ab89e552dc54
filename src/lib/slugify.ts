import { foldText } from "./text-keys";

/** A name as part of an address: lower-case ASCII words with hyphens, at most `max` characters, whole words. */
export function slugify(name: string, max = 40): string {
  return joined(wordsOf(name), max);
}

/** Words of names of schools that tell none from another. */
const COMMON = new Set(
  (
    "unidad educativa ue u e colegio liceo instituto escuela academia centro nacional estadal privada privado " +
    "particular school high primary college academy institute the of and de del la el los las y"
  ).split(" "),
);

/** Addresses that a school of this name may like, the likeliest first; whether they are free is not known here. */
export function slugProposals(name: string): string[] {
  const words = wordsOf(name);
  const own = words.filter((word) => !COMMON.has(word));
  const initials = words.map(([first = ""]) => first).join("");
  const base = joined(own, 32) || joined(words, 32);
  const proposals = [
    joined(words, 40),
    base,
    base && `colegio-${base}`,
    initials.length >= 3 ? initials.slice(0, 20) : "",
    base && `${base}-edu`,
    base && `${base}-2`,
    base && `${base}-3`,
  ];
  return [...new Set(proposals.filter((slug) => slug.length > 1))];
}

function wordsOf(name: string): string[] {
  return foldText(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

function joined(words: readonly string[], max: number): string {
  let slug = "";
  for (const word of words) {
    const next = slug === "" ? word.slice(0, max) : `${slug}-${word}`;
    if (next.length > max) break;
    slug = next;
  }
  return slug;
}
