import { and, eq, inArray } from "drizzle-orm";
import { sections } from "@/db/schema/tenant/academics";
import { classes } from "@/db/schema/tenant/classes";
import { students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { SectionResult } from "@/domain/academics-list";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockSections } from "./queries";

/**
 * Takes sections away that nobody is in, one result a section. Throws NOT_FOUND where none of them is there, and CONFLICT
 * where a year of theirs is closed.
 */
export async function removeSections(
  actor: OrganizationActor,
  { ids }: { ids: string[] },
): Promise<SectionResult[]> {
  return inOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const found = new Map((await lockSections(tx, ids)).map((row) => [row.id, row]));
    if (found.size === 0) throw notFound();
    const known = [...found.keys()];
    const [settled, taught] = await Promise.all([
      tx.db
        .selectDistinct({ id: students.sectionId })
        .from(students)
        .where(and(eq(students.organizationId, organizationId), inArray(students.sectionId, known))),
      tx.db
        .selectDistinct({ id: classes.sectionId })
        .from(classes)
        .where(and(eq(classes.organizationId, organizationId), inArray(classes.sectionId, known))),
    ]);
    const idsOf = (rows: { id: string | null }[]) => new Set(rows.map(({ id }) => id));
    const [withStudents, withClasses] = [idsOf(settled), idsOf(taught)];
    const results = ids.map((id): SectionResult => {
      const row = found.get(id);
      if (!row) return { id, name: "", ok: false, code: "not_found" };
      const name = row.title;
      if (withStudents.has(id)) return { id, name, ok: false, code: "has_students" };
      if (withClasses.has(id)) return { id, name, ok: false, code: "has_classes" };
      return { id, name, ok: true };
    });
    const removed = results.filter(({ ok }) => ok);
    if (removed.length === 0) return results;
    await tx.db.delete(sections).where(
      and(
        eq(sections.organizationId, organizationId),
        inArray(
          sections.id,
          removed.map(({ id }) => id),
        ),
      ),
    );
    await recordEvents(
      tx,
      removed.map(({ id, name }) => ({
        action: "section.removed",
        subject: { type: "section", id, name },
        before: { year: found.get(id)?.yearName ?? "" },
      })),
    );
    return results;
  });
}
