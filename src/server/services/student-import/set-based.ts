import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { TenantTx } from "@/db/scope";

/**
 * Writes of many whole records in one statement each. PostgreSQL makes the rows itself from one parameter: a thousand
 * records of fifty columns are more than a statement takes as parameters of their own. Each is sent when it is asked for,
 * behind what was asked for before: who has several to write need not wait for one to build the next.
 */

type Row = Record<string, unknown>;
/** Keeps a statement's parameter at some megabytes. */
const AT_ONCE = 500;

/** Adds the records; each has a value for every column that it names. */
export async function insertAll(tx: TenantTx, table: PgTable, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = columnsOf(table, Object.keys(first));
  await sendAll(
    tx,
    rows,
    (part) => sql`insert into ${table} (${columns}) select ${columns} from ${recordset(table, part)}`,
  );
}

/** Writes these columns of records that are there, by their ids. */
export async function updateAll(
  tx: TenantTx,
  table: PgTable,
  rows: readonly (Row & { id: string })[],
  keys: readonly string[],
): Promise<void> {
  const columns = getTableColumns(table);
  const set = sql.join(
    keys.map((key) => {
      const name = sql.identifier(columns[key]?.name ?? key);
      return sql`${name} = given.${name}`;
    }),
    sql`, `,
  );
  await sendAll(
    tx,
    rows,
    (part) => sql`
      update ${table} as kept set ${set} from ${recordset(table, part)} as given
      where kept.organization_id = ${tx.actor.organizationId} and kept.id = given.id`,
  );
}

/** Deletes the records with these ids. */
export async function deleteAll(tx: TenantTx, table: PgTable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.db
    .execute(sql`
      delete from ${table} where organization_id = ${tx.actor.organizationId} and id = any(${sql.param([...ids])}::uuid[])`)
    .execute();
}

function recordset(table: PgTable, rows: readonly Row[]): SQL {
  const columns = getTableColumns(table);
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [columns[key]?.name ?? key, value])),
  );
  return sql`jsonb_populate_recordset(null::${table}, ${JSON.stringify(named)}::jsonb)`;
}

function columnsOf(table: PgTable, keys: readonly string[]): SQL {
  const columns = getTableColumns(table);
  return sql.join(
    keys.flatMap((key) => (columns[key] ? [sql.identifier(columns[key].name)] : [])),
    sql`, `,
  );
}

async function sendAll<Item>(
  tx: TenantTx,
  items: readonly Item[],
  statement: (part: Item[]) => SQL,
): Promise<void> {
  const sent: Promise<unknown>[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE)
    sent.push(tx.db.execute(statement(items.slice(start, start + AT_ONCE))).execute());
  await Promise.all(sent);
}
