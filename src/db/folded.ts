import { type AnyColumn, and, type SQL, sql } from "drizzle-orm";

/** Letters that a search takes for one, each with its accents. */
const ACCENTED = ["aáàâäãå", "eéèêë", "iíìîï", "oóòôöõ", "uúùûü", "nñ", "cç"];
const CLASSES = new Map(
  ACCENTED.map((letters) => [letters.charAt(0), `[${letters}${letters.slice(1).toUpperCase()}]`]),
);

/**
 * Whether the text holds each of the terms (`searchTerms`) somewhere, accents and case aside: for a column without a
 * search key. It reads every row that else remains.
 */
export function holdsTerms(column: AnyColumn | SQL, terms: readonly string[]): SQL | undefined {
  return and(...terms.map((term) => sql`${column} ~* ${patternOf(term)}`));
}

// A term is of letters and digits alone: nothing in it means anything to a regular expression.
function patternOf(term: string): string {
  return [...term].map((letter) => CLASSES.get(letter) ?? letter).join("");
}
