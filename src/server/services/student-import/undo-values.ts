import { and, asc, eq, getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import { studentImportChanges } from "@/db/schema/tenant/student-imports";
import {
  authorizedPersons,
  guardians,
  healthRecords,
  studentGuardians,
  studentStatuses,
  students,
} from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import type { ImportEntity } from "@/domain/student-import-list";
import { isSameValue, toldFields } from "./change-lines";

export type Change = typeof studentImportChanges.$inferSelect;
export type Row = Record<string, unknown> & { id: string };

export const TABLES = {
  student: students,
  health: healthRecords,
  guardian: guardians,
  guardian_link: studentGuardians,
  authorized: authorizedPersons,
  status: studentStatuses,
  section: sections,
  grade: grades,
  year: academicYears,
} as const satisfies Record<ImportEntity, PgTable>;

/** What the import noted, in the order in which it was done. */
export function readChanges(tx: TenantTx, importId: string): Promise<Change[]> {
  return tx.db
    .select()
    .from(studentImportChanges)
    .where(
      and(
        eq(studentImportChanges.organizationId, tx.actor.organizationId),
        eq(studentImportChanges.importId, importId),
      ),
    )
    .orderBy(asc(studentImportChanges.rowNumber), asc(studentImportChanges.id));
}

/** The records as they are now, by id; nobody changes them meanwhile. */
export async function readNow(
  tx: TenantTx,
  entity: ImportEntity,
  ids: Iterable<string>,
): Promise<Map<string, Row>> {
  const list = [...new Set(ids)];
  if (list.length === 0) return new Map();
  const table: PgTable = TABLES[entity];
  const { id, organizationId } = getTableColumns(TABLES[entity]);
  const rows = await tx.db
    .select()
    .from(table)
    .where(and(eq(organizationId, tx.actor.organizationId), sql`${id} = any(${sql.param(list)}::uuid[])`))
    .orderBy(id)
    .for("update");
  return new Map(rows.map((row) => [String(row.id), row as Row]));
}

/** Every record of a kind that these students have now. */
export async function readOfStudents(
  tx: TenantTx,
  entity: "health" | "guardian_link" | "authorized" | "status",
  studentIds: readonly string[],
): Promise<Row[]> {
  const table: PgTable = TABLES[entity];
  const { studentId, organizationId } = getTableColumns(TABLES[entity]);
  const rows = await tx.db
    .select()
    .from(table)
    .where(
      and(
        eq(organizationId, tx.actor.organizationId),
        sql`${studentId} = any(${sql.param([...studentIds])}::uuid[])`,
      ),
    );
  return rows as Row[];
}

/** Whether a record is still as the import made it. What forms declare follows from other forms and does not count. */
export function isAsMade(now: Row, made: unknown): boolean {
  const told = { ...toldFields(now), declared: undefined };
  const then: Record<string, unknown> = { ...(made as Record<string, unknown>), declared: undefined };
  const keys = new Set([...Object.keys(told), ...Object.keys(then)]);
  return [...keys].every((key) => isSameValue(told[key as keyof typeof told], then[key]));
}

/**
 * Of these records, those that a row of another table points at, whatever table that is: asked of PostgreSQL's catalogue,
 * so that a table that comes later counts as well. Rows of `besides` are of the import itself.
 */
export async function pointedAt(
  tx: TenantTx,
  entity: ImportEntity,
  ids: readonly string[],
  besides: readonly PgTable[] = [],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const names = new Set(besides.map(getTableName));
  const references = await tx.db.execute<{ name: string; column: string }>(sql`
    select c.conrelid::regclass::text as name, a.attname as column
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname <> 'organization_id'
    where c.contype = 'f' and c.confrelid = ${getTableName(TABLES[entity])}::regclass`);
  const found = await Promise.all(
    references
      .filter(({ name }) => !names.has(name.replaceAll('"', "").split(".").at(-1) ?? ""))
      .map(({ name, column }) =>
        tx.db.execute<{ id: string }>(sql`
          select distinct ${sql.identifier(column)} as id from ${sql.raw(name)}
          where organization_id = ${tx.actor.organizationId}
            and ${sql.identifier(column)} = any(${sql.param([...ids])}::uuid[])`),
      ),
  );
  return new Set(found.flatMap((rows) => rows.map(({ id }) => id)));
}
