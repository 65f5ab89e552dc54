import { and, eq } from "drizzle-orm";
import { studentImportRows } from "@/db/schema/tenant/student-imports";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import type { ShowSensitiveInput } from "@/domain/student-import";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { readImport } from "./states";

const SENSITIVE = new Map(MATRICULA_COLUMNS.map(({ field, sensitive }) => [field, sensitive]));

/** What a row says of health or income, of the kinds that are given; the reading is recorded. */
export async function showSensitive(actor: OrganizationActor, { id, rowNumber, kinds }: ShowSensitiveInput) {
  return inOrganization(actor, async (tx) => {
    const found = await readImport(tx, id);
    const [row] = await tx.db
      .select()
      .from(studentImportRows)
      .where(
        and(
          eq(studentImportRows.organizationId, actor.organizationId),
          eq(studentImportRows.importId, id),
          eq(studentImportRows.rowNumber, rowNumber),
        ),
      );
    if (!row) throw notFound();
    const isShown = (field: string) => {
      const sensitive = SENSITIVE.get(field);
      return sensitive !== undefined && kinds.includes(sensitive);
    };
    await recordEvents(tx, [
      {
        action: "import.sensitive_read",
        subject: { type: "import", id, name: found.fileName },
        after: { row: rowNumber, kinds: kinds.join(", ") },
      },
    ]);
    return {
      changes: row.changes.filter(({ field }) => isShown(field)),
      problems: row.problems.filter(({ field }) => isShown(field)),
    };
  });
}
