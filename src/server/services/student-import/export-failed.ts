import { and, asc, eq } from "drizzle-orm";
import { studentImportRows } from "@/db/schema/tenant/student-imports";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { ImportIdInput } from "@/domain/student-import";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { headersByField, shownProblem } from "./list-rows";
import { readImport } from "./states";

/**
 * The rows that stay out with the cells as they were sent, and why: for a file to mend and send again. Whoever takes it
 * out is recorded.
 */
export async function exportFailed(actor: OrganizationActor, { id }: ImportIdInput) {
  return inOrganization(actor, async (tx) => {
    const found = await readImport(tx, id);
    if (found.erasedAt !== null) throw new DomainError("conflict", "importFile.gone");
    const rows = await tx.db
      .select({
        rowNumber: studentImportRows.rowNumber,
        cells: studentImportRows.cells,
        problems: studentImportRows.problems,
      })
      .from(studentImportRows)
      .where(
        and(
          eq(studentImportRows.organizationId, actor.organizationId),
          eq(studentImportRows.importId, id),
          eq(studentImportRows.verdict, "error"),
        ),
      )
      .orderBy(asc(studentImportRows.rowNumber));
    await recordEvents(tx, [
      {
        action: "import.failed_exported",
        subject: { type: "import", id, name: found.fileName },
        after: { count: rows.length },
      },
    ]);
    const headerOf = headersByField(found);
    return {
      ...{ fileName: found.fileName, sheet: found.sheet, headers: found.headers },
      rows: rows.map(({ problems, ...row }) => ({
        ...row,
        problems: problems
          .filter(({ fatal }) => fatal)
          .map((problem) => ({ ...shownProblem(problem, headerOf), value: problem.value })),
      })),
    };
  });
}
