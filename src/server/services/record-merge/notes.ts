import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { recordMerges } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import type { MergeKind, MergeNote, MergeNotes } from "@/domain/record-merge-list";
import { newId } from "@/lib/ids";
import type { Values } from "./fields";

/** Collects what a merge writes, row by row, for its undo. */
export class Notes {
  readonly #byTable: MergeNotes = {};

  /** A row whose columns were given other values. */
  changed(table: PgTable, id: string, before: Values, after: Values): void {
    this.#add(table, { id, before, after });
  }

  moved(table: PgTable, ids: readonly string[], column: string, [from, to]: readonly [string, string]): void {
    for (const id of ids) this.changed(table, id, { [column]: from }, { [column]: to });
  }

  added(table: PgTable, id: string, after: Values): void {
    this.#add(table, { id, before: null, after });
  }

  /** A row that is gone, as PostgreSQL writes it. */
  removed(table: PgTable, id: string, before: Values): void {
    this.#add(table, { id, before, after: null });
  }

  #add(table: PgTable, note: MergeNote): void {
    const name = getTableName(table);
    this.#byTable[name] = [...(this.#byTable[name] ?? []), note];
  }

  /** Keeps them with the merge; answers with its id. */
  async save(
    tx: TenantTx,
    { kind, keptId, mergedId }: { kind: MergeKind; keptId: string; mergedId: string },
  ): Promise<string> {
    const { organizationId, name: doneBy } = tx.actor;
    const id = newId();
    await tx.db
      .insert(recordMerges)
      .values({ ...{ organizationId, id, kind, keptId, mergedId, doneBy }, before: this.#byTable });
    return id;
  }
}

export function notesOf(notes: MergeNotes, table: PgTable): MergeNote[] {
  return notes[getTableName(table)] ?? [];
}

/** Gives a row of the school these columns. */
export async function writeRow(tx: TenantTx, table: PgTable, id: string, values: Values): Promise<void> {
  const columns = getTableColumns(table);
  const set = Object.entries(values).flatMap(([key, value]) => {
    const column = columns[key];
    return column ? [sql`${sql.identifier(column.name)} = ${sql.param(value, column)}`] : [];
  });
  if (set.length === 0) return;
  await tx.db.execute(sql`
    update ${table} set ${sql.join(set, sql`, `)}
    where organization_id = ${tx.actor.organizationId} and id = ${id}`);
}

/** Takes rows over to another record: those that are still where they were noted. Answers with their ids. */
export async function moveRows(
  tx: TenantTx,
  table: PgTable,
  column: "studentId" | "guardianId",
  { ids, from, to }: { ids: readonly string[]; from: string; to: string },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const name = sql.identifier(getTableColumns(table)[column]?.name ?? column);
  const rows = await tx.db.execute<{ id: string }>(sql`
    update ${table} set ${name} = ${to}
    where organization_id = ${tx.actor.organizationId} and ${name} = ${from}
      and id = any(${sql.param([...ids])}::uuid[])
    returning id`);
  return rows.map(({ id }) => id);
}

/** Deletes a row and answers with it as PostgreSQL writes it, so that it can come back to the microsecond. */
export async function takeRow(tx: TenantTx, table: PgTable, id: string): Promise<Values> {
  const [row] = await tx.db.execute<{ row: Values }>(sql`
    delete from ${table} as gone where gone.organization_id = ${tx.actor.organizationId} and gone.id = ${id}
    returning to_jsonb(gone) as row`);
  return row?.row ?? {};
}

/** Brings a row back that `takeRow` took. */
export async function bringRow(tx: TenantTx, table: PgTable, row: Values): Promise<void> {
  await tx.db.execute(sql`
    insert into ${table} select * from jsonb_populate_record(null::${table}, ${JSON.stringify(row)}::jsonb)`);
}
