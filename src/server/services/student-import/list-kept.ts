import { and, asc, eq, gt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { studentImportChanges, studentImportRows } from "@/db/schema/tenant/student-imports";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { KeptChangesInput } from "@/domain/student-import";
import { IMPORT_PAGE_SIZE } from "@/domain/student-import-list";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { readImport } from "./states";

const positionSchema = z.tuple([z.number().int(), z.uuid()]);

/** What an undo has kept since somebody edited it after the import: whose it is and which field, null for all of it. */
export async function listKept(actor: OrganizationActor, { id, cursor }: KeptChangesInput) {
  const after = cursor === undefined ? undefined : decodeCursor(positionSchema, cursor);
  return readInOrganization(actor, async (tx) => {
    await readImport(tx, id);
    const { rowNumber, id: lineId, organizationId, importId, undone } = studentImportChanges;
    const found = await tx.db
      .select({
        ...{ id: lineId, rowNumber, entity: studentImportChanges.entity, field: studentImportChanges.field },
        ...{ studentId: studentImportChanges.studentId },
        name: sql<string>`coalesce(${studentImportRows.name}, ${studentImportChanges.after} ->> 'name', '')`,
      })
      .from(studentImportChanges)
      .leftJoin(
        studentImportRows,
        and(
          eq(studentImportRows.organizationId, organizationId),
          eq(studentImportRows.importId, importId),
          eq(studentImportRows.rowNumber, rowNumber),
        ),
      )
      .where(
        and(
          ...[eq(organizationId, actor.organizationId), eq(importId, id), eq(undone, "kept")],
          after && or(gt(rowNumber, after[0]), and(eq(rowNumber, after[0]), gt(lineId, after[1]))),
        ),
      )
      .orderBy(asc(rowNumber), asc(lineId))
      .limit(IMPORT_PAGE_SIZE + 1);
    const rows = found.slice(0, IMPORT_PAGE_SIZE);
    const last = rows.at(-1);
    return {
      rows,
      nextCursor: last && found.length > IMPORT_PAGE_SIZE ? encodeCursor([last.rowNumber, last.id]) : null,
    };
  });
}
