/** Particles between names that no one counts among their initials. */
const PARTICLES: ReadonlySet<string> = new Set(
  "de del la las los y e da do dos van von der den bin al".split(" "),
);

/** One or two capital letters for an avatar: of the first and last of the name's words; "?" where there is none. */
export function initials(name: string): string {
  const words = name.split(/[\s@._-]+/u).flatMap((word) => {
    const [letter] = word.match(/[\p{L}\p{N}]/u) ?? [];
    return letter === undefined || PARTICLES.has(word.toLowerCase()) ? [] : [letter];
  });
  const [first, ...rest] = words;
  return `${first ?? "?"}${rest.at(-1) ?? ""}`.toUpperCase();
}
