import { setImmediate } from "node:timers/promises";
import { and, asc, eq } from "drizzle-orm";
import { studentImportRows } from "@/db/schema/tenant/student-imports";
import type { TenantTx } from "@/db/scope";
import { rowReader } from "@/domain/matricula/read-row";
import { planImport } from "./plan/plan-import";
import type { Decide, FileRow, Plan, School } from "./plan/types";
import { readSchool, schoolToday } from "./read-school";
import type { Import } from "./states";

/** Rows read before others are answered again. */
const AT_ONCE = 200;

/** What the rows of the import say, by its mapping. */
export async function readRows(tx: TenantTx, { id, mapping }: Import, today: string): Promise<FileRow[]> {
  const read = rowReader(mapping, today);
  const stored = await tx.db
    .select({ rowNumber: studentImportRows.rowNumber, cells: studentImportRows.cells })
    .from(studentImportRows)
    .where(
      and(eq(studentImportRows.organizationId, tx.actor.organizationId), eq(studentImportRows.importId, id)),
    )
    .orderBy(asc(studentImportRows.rowNumber));
  const rows: FileRow[] = [];
  for (const [index, { rowNumber, cells }] of stored.entries()) {
    rows.push({ rowNumber, ...read(cells) });
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
  }
  return rows;
}

/** The plan of an import against what the school has now; with `lock` the school's records stay as they are read. */
export async function planOf(
  tx: TenantTx,
  given: Import,
  decide: Decide,
  { lock }: { lock: boolean },
): Promise<{ plan: Plan; school: School }> {
  const today = await schoolToday(tx);
  const rows = await readRows(tx, given, today);
  const { school, newGrades } = await readSchool(tx, rows, { titleYear: given.titleYear, today, lock });
  return { plan: await planImport(rows, school, decide, newGrades), school };
}
