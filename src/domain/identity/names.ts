import { tidyText } from "@/lib/tidy-text";

/** Words within a name that are not raised, but where they begin it. */
const PARTICLES = new Set(["de", "del", "la", "las", "los", "y", "e", "da", "do", "dos", "di", "van", "von"]);

/**
 * A name as people write it, from one typed in capitals or without any: MARÍA DEL CARMEN is María del Carmen. A name
 * that has both stays as it is.
 */
export function properName(text: string): string {
  const name = tidyText(text).normalize("NFC");
  const isMixed = name !== name.toUpperCase() && name !== name.toLowerCase();
  if (isMixed) return name;
  return name
    .toLowerCase()
    .split(" ")
    .map((word, place) => (place > 0 && PARTICLES.has(word) ? word : raised(word)))
    .join(" ");
}

// Behind a hyphen or an apostrophe a name begins anew: Pérez-Gil, D'Angelo.
function raised(word: string): string {
  return word.replace(/(^|[-'’.])(\p{L})/gu, (_all, before: string, letter: string) => {
    return before + letter.toUpperCase();
  });
}
