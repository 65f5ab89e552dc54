import { type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * Whether a `search_key` is like a pattern. Behind row security PostgreSQL may not look at what the column holds: it takes
 * LIKE for one row in ten thousand, and reads and sorts a whole school where the index of the order has the first page at
 * once. Of what it cannot see into it expects every other row.
 */
export function isLike(key: SQLWrapper, pattern: string | Placeholder): SQL {
  return sql`coalesce(${key} like ${pattern}, false)`;
}

/** Conditions that a `search_key` has a word that begins with each of these folded terms. */
export function holdsWords(key: SQLWrapper, terms: readonly string[]): SQL[] {
  return terms.map((term) => isLike(key, `% ${term}%`));
}
