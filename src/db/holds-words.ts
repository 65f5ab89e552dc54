import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Conditions that a `search_key` has a word that begins with each of these folded terms. */
export function holdsWords(key: SQLWrapper, terms: readonly string[]): SQL[] {
  return terms.map((term) => sql`${key} like ${`% ${term}%`}`);
}
