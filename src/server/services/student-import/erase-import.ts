import { and, eq } from "drizzle-orm";
import { studentImportChanges, studentImportRows } from "@/db/schema/tenant/student-imports";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { isUnderWay } from "@/domain/student-import-list";
import { storage } from "@/server/adapters/storage/storage";
import { recordEvents } from "../audit";
import { eraseLater } from "./background";
import { changeImport, readImport } from "./states";

/**
 * Erases what an import kept of people: the file, its cells, and the values before and after. What is left is who
 * imported what, when, and how many. One that is under way is left for another day.
 */
export async function eraseImport(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  const storageKey = await inOrganization(actor, async (tx) => {
    const found = await readImport(tx, id);
    if (found.erasedAt !== null) return null;
    if (isUnderWay(found.state)) {
      await eraseLater(tx, id);
      return null;
    }
    const { organizationId } = actor;
    await tx.db
      .delete(studentImportRows)
      .where(and(eq(studentImportRows.organizationId, organizationId), eq(studentImportRows.importId, id)));
    await tx.db
      .delete(studentImportChanges)
      .where(
        and(eq(studentImportChanges.organizationId, organizationId), eq(studentImportChanges.importId, id)),
      );
    const isOver = ["done", "undone", "failed", "cancelled"].includes(found.state);
    await changeImport(tx, id, {
      ...{ erasedAt: new Date(), layout: null },
      ...(!isOver && { state: "cancelled", finishedAt: new Date() }),
    });
    await recordEvents(tx, [
      {
        action: "import.erased",
        subject: { type: "import", id, name: found.fileName },
        after: { isErased: true },
      },
    ]);
    return found.storageKey;
  });
  // After the commit: a file without its import is nobody's, an import without its file could be asked for again.
  if (storageKey) await storage().delete(storageKey);
}
