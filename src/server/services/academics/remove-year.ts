import { and, eq, isNotNull, isNull, or } from "drizzle-orm";
import { academicYears, rollovers, sections } from "@/db/schema/tenant/academics";
import { classes } from "@/db/schema/tenant/classes";
import { students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";

/** Takes a year away that nothing belongs to, as one that was made by mistake. Throws CONFLICT where something does. */
export async function removeYear(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const ofSchool = and(eq(academicYears.organizationId, actor.organizationId), eq(academicYears.id, id));
    // Nobody can put anything into it meanwhile.
    const [year] = await tx.db.select().from(academicYears).where(ofSchool).for("update");
    if (!year) throw notFound();
    if (year.isCurrent || (await isUsed(tx, id)))
      throw new DomainError("conflict", "academics.yearUsed", { values: { name: year.name } });
    // A rollover that was taken back is told by the log.
    await tx.db
      .delete(rollovers)
      .where(
        and(
          eq(rollovers.organizationId, actor.organizationId),
          isNotNull(rollovers.undoneAt),
          or(eq(rollovers.fromYearId, id), eq(rollovers.toYearId, id)),
        ),
      );
    await tx.db.delete(academicYears).where(ofSchool);
    const { name, startsOn, endsOn } = year;
    await recordEvents(tx, [
      { action: "year.removed", subject: { type: "year", id, name }, before: { name, startsOn, endsOn } },
    ]);
  });
}

async function isUsed(tx: TenantTx, yearId: string): Promise<boolean> {
  const { organizationId } = tx.actor;
  const counts = await Promise.all([
    tx.db.$count(sections, and(eq(sections.organizationId, organizationId), eq(sections.yearId, yearId))),
    tx.db.$count(classes, and(eq(classes.organizationId, organizationId), eq(classes.yearId, yearId))),
    tx.db.$count(students, and(eq(students.organizationId, organizationId), eq(students.yearId, yearId))),
    tx.db.$count(
      rollovers,
      and(
        eq(rollovers.organizationId, organizationId),
        isNull(rollovers.undoneAt),
        or(eq(rollovers.fromYearId, yearId), eq(rollovers.toYearId, yearId)),
      ),
    ),
  ]);
  return counts.some((count) => count > 0);
}
