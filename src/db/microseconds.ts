import { type AnyColumn, type Placeholder, type SQL, sql } from "drizzle-orm";
import { z } from "zod";

/** Instants in cursors: a Date would cut the microseconds off, and the next page would begin at the wrong row. */

/** Microseconds since 1970 until the year 2286, in figures. */
export const microsecondsSchema = z.string().regex(/^\d{1,16}$/);

/** The column's instant in microseconds since 1970, as text. */
export function microsecondsOf(column: AnyColumn): SQL<string> {
  return sql<string>`(extract(epoch from ${column}) * 1000000)::bigint::text`;
}

/** The instant again, exactly. */
export function instantFrom(microseconds: string | Placeholder): SQL {
  return sql`('epoch'::timestamptz + ${microseconds}::bigint * interval '1 microsecond')`;
}
