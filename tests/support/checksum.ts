import type { Sql } from "postgres";
import type { TestSchool } from "./schools";

/** A value for the rows of a table that meet a condition: the order does not matter, their number does. */
const sumOf = (name: string, condition = "true") =>
  `select '${name}' as name, count(*) || ' ' || coalesce(sum(hash_record_extended(t, 0)), 0) as sum
  from ${name} t where ${condition}`;

/** Every table of these schemas, those alone that have all of these columns. */
async function tablesOf(sql: Sql, schemas: string[], columns: string[] = []): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = any(${schemas}) and ${columns} <@ array(
      select a.attname::text from pg_attribute a where a.attrelid = c.oid and not a.attisdropped)
    order by 1`;
  return rows.map(({ name }) => name);
}

/** Values for all that schemas store, a line for each table, but for tables left out. One statement. */
export async function checksumOfAll(
  sql: Sql,
  { schemas, without }: { schemas: string[]; without: string[] },
): Promise<string[]> {
  const names = (await tablesOf(sql, schemas)).filter((name) => !without.includes(name));
  return lines(await sql.unsafe(names.map((name) => sumOf(name)).join(" union all ")));
}

/** Values for all that a school has, its people's accounts and sessions included. One statement. */
export async function checksumOfSchool(sql: Sql, { id, placement, people }: TestSchool): Promise<string[]> {
  const accounts = "any($2::uuid[])";
  const names = await tablesOf(sql, ["core", placement], ["organization_id"]);
  const sums = [
    ...names.map((name) => sumOf(name, "organization_id = $1::uuid")),
    sumOf("core.organizations", "id = $1::uuid"),
    sumOf("core.accounts", `id = ${accounts}`),
    sumOf("core.account_passwords", `account_id = ${accounts}`),
    sumOf("core.sessions", `account_id = ${accounts}`),
  ];
  const accountIds = Object.values(people).map(({ accountId }) => accountId);
  return lines(await sql.unsafe(sums.join(" union all "), [id, accountIds], { prepare: true }));
}

const lines = (rows: { name?: string; sum?: string }[]) => rows.map(({ name, sum }) => `${name} ${sum}`);
