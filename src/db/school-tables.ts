import { sql } from "drizzle-orm";
import type { Db } from "./client";

/** A table with rows of schools, and the column that says whose they are. */
export type SchoolTable = { schema: string; table: string; column: string };

/** What names the school otherwise than by `organization_id`. */
const COLUMNS: Record<string, string> = { "core.audit_seals": "chain" };
/** They end in ways of their own, last of all; a slug outlives its school. */
const APART = new Set(["core.organizations", "core.organization_slugs"]);

type Catalogued = { schema: string; table: string; column: string; parents: string[] };

/**
 * Every table of the control plane and of these placements that holds rows of schools, whoever refers before what is
 * referred to. Asked of PostgreSQL's catalogue, so that a new table cannot be forgotten.
 */
export async function findSchoolTables(db: Db, placements: readonly string[]): Promise<SchoolTable[]> {
  const schemas = sql.param(["core", ...placements]);
  const found = await db.execute<Catalogued>(sql`
    select n.nspname as schema, c.relname as table, a.attname as column, coalesce((
      select json_agg(distinct rn.nspname || '.' || r.relname) from pg_constraint k
      join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '[]') as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    where c.relkind = 'r' and n.nspname = any(${schemas}::text[])
      and (a.attname = 'organization_id' or n.nspname || '.' || c.relname = 'core.audit_seals' and a.attname = 'chain')
    order by 1, 2`);
  const tables = [...found].filter((table) => !APART.has(nameOf(table)));
  const sorted: Catalogued[] = [];
  while (tables.length > 0) {
    const left = tables.findIndex((table) => !tables.some(({ parents }) => parents.includes(nameOf(table))));
    const [next] = tables.splice(left, 1);
    if (left < 0 || !next) throw new Error("Tables of schools refer to each other in a circle");
    sorted.push(next);
  }
  return sorted.map(({ schema, table }) => ({
    schema,
    table,
    column: COLUMNS[`${schema}.${table}`] ?? "organization_id",
  }));
}

/** The table's name, as the receipt has it. */
export function nameOf({ schema, table }: Pick<SchoolTable, "schema" | "table">): string {
  return `${schema}.${table}`;
}

/** Tables of the control plane whose rows are an account's own, and go with it. */
export async function findAccountTables(db: Db): Promise<string[]> {
  const found = await db.execute<{ name: string }>(sql`
    select 'core.' || c.relname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.confrelid = 'core.accounts'::regclass and k.confdeltype = 'c'
      and c.relnamespace = 'core'::regnamespace order by 1`);
  return found.map(({ name }) => name);
}
