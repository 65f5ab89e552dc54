import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { grades } from "@/db/schema/tenant/academics";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";

/**
 * Puts the grades in use into this order, from the lowest to the highest. Throws NOT_FOUND for one that the school does
 * not use, and CONFLICT where one is missing from the list, as when somebody has added it meanwhile.
 */
export async function reorderGrades(actor: OrganizationActor, { ids }: { ids: string[] }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const inUse = and(eq(grades.organizationId, actor.organizationId), isNull(grades.archivedAt));
    const rows = await tx.db
      .select({ id: grades.id, name: grades.name })
      .from(grades)
      .where(inUse)
      .orderBy(asc(grades.position), asc(grades.id))
      .for("no key update");
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    if (ids.some((id) => !names.has(id))) throw notFound();
    if (new Set(ids).size !== rows.length || ids.length !== rows.length)
      throw new DomainError("conflict", "academics.tryAgain");
    if (rows.every(({ id }, index) => id === ids[index])) return;
    const order = sql.join(
      ids.map((id, index) => sql`(${id}::uuid, ${index + 1}::int)`),
      sql`, `,
    );
    await tx.db
      .update(grades)
      .set({ position: sql`wanted.position`, updatedAt: new Date() })
      .from(sql`(values ${order}) as wanted (id, position)`)
      .where(and(inUse, sql`${grades.id} = wanted.id`));
    await recordEvents(tx, [
      {
        action: "grade.reordered",
        subject: { type: "grade" },
        before: { grades: rows.map(({ name }) => name) },
        after: { grades: ids.map((id) => names.get(id) ?? "") },
      },
    ]);
  });
}
