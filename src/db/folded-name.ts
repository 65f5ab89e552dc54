import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/**
 * A name as `searchKey` folds it, for a column whose only key is a sort key, which keeps ñ and the size of numbers:
 * LIKE `% term%` finds the beginnings of its words.
 */
export function foldedName(name: AnyColumn | SQL): SQL {
  return sql`(' ' || regexp_replace(
    regexp_replace(lower(normalize(replace(replace(${name}, 'º', ' '), 'ª', ' '), NFKD)), '[\u0300-\u036f''’]', '', 'g'),
    '[^[:alnum:]]+', ' ', 'g'))`;
}
