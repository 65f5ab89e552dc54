import { and, eq, inArray } from "drizzle-orm";
import { studentImportRows } from "@/db/schema/tenant/student-imports";
import type { TenantTx } from "@/db/scope";

/** Whose each of these rows of an import is, by its number. */
export async function readRowNames(
  tx: TenantTx,
  importId: string,
  rowNumbers: readonly number[],
): Promise<Map<number, string>> {
  const rows = await tx.db
    .select({ rowNumber: studentImportRows.rowNumber, name: studentImportRows.name })
    .from(studentImportRows)
    .where(
      and(
        eq(studentImportRows.organizationId, tx.actor.organizationId),
        eq(studentImportRows.importId, importId),
        inArray(studentImportRows.rowNumber, [...new Set(rowNumbers)]),
      ),
    );
  return new Map(rows.map(({ rowNumber, name }) => [rowNumber, name]));
}
