import { and, eq, ne } from "drizzle-orm";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockGrade, nameTaken } from "./queries";

/**
 * Puts a grade away: it is offered no more, and what was stays. Throws CONFLICT while a year that is not closed has
 * sections of it.
 */
export async function archiveGrade(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const grade = await lockGrade(tx, id);
    if (grade.archivedAt) return;
    const [used] = await tx.db
      .select({ year: academicYears.name })
      .from(sections)
      .innerJoin(
        academicYears,
        and(
          eq(academicYears.organizationId, sections.organizationId),
          eq(academicYears.id, sections.yearId),
          ne(academicYears.state, "closed"),
        ),
      )
      .where(and(eq(sections.organizationId, organizationId), eq(sections.gradeId, id)))
      .limit(1);
    if (used)
      throw new DomainError("conflict", "academics.gradeUsed", {
        values: { name: grade.name, year: used.year },
      });
    await tx.db
      .update(grades)
      .set({ archivedAt: new Date(), updatedAt: new Date() })
      .where(and(eq(grades.organizationId, organizationId), eq(grades.id, id)));
    await recordEvents(tx, [{ action: "grade.archived", subject: { type: "grade", id, name: grade.name } }]);
  });
}

/** Takes a grade back into use, in its old place. Throws CONFLICT where one in use has its name. */
export async function restoreGrade(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { name, archivedAt } = await lockGrade(tx, id);
    if (!archivedAt) return;
    try {
      await tx.db
        .update(grades)
        .set({ archivedAt: null, updatedAt: new Date() })
        .where(and(eq(grades.organizationId, actor.organizationId), eq(grades.id, id)));
    } catch (error) {
      throw nameTaken(error, name);
    }
    await recordEvents(tx, [{ action: "grade.restored", subject: { type: "grade", id, name } }]);
  });
}
