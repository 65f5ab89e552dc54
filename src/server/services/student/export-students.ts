import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { ExportStudentsInput } from "@/domain/student";
import { MAX_LISTED } from "@/domain/student-export-list";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { readPage, shownRow } from "./page";

/** Every student that the list shows, in its order, up to 20,000; who took the list out is recorded. */
export async function exportStudents(actor: OrganizationActor, input: ExportStudentsInput) {
  return inOrganization(actor, async (tx) => {
    const rows = await readPage(tx, { ...input, limit: MAX_LISTED + 1 });
    if (rows.length > MAX_LISTED)
      throw new DomainError("conflict", "export.tooManyListed", { values: { max: MAX_LISTED } });
    await recordEvents(tx, [
      {
        action: "student.exported",
        subject: { type: "organization", id: actor.organizationId },
        after: { count: rows.length },
      },
    ]);
    return rows.map((row) => {
      const { photoUrl: _photo, ...shown } = shownRow(row);
      return shown;
    });
  });
}
