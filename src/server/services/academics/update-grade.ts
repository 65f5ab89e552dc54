import { and, eq } from "drizzle-orm";
import { grades } from "@/db/schema/tenant/academics";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { UpdateGradeInput } from "@/domain/academics";
import { sortKey } from "@/lib/text-keys";
import { recordEvents } from "../audit";
import { lockGrade, nameTaken } from "./queries";

/** Gives a grade another name or level, in every year that has it. Throws CONFLICT where one in use has the name. */
export async function updateGrade(
  actor: OrganizationActor,
  { id, ...given }: UpdateGradeInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const found = await lockGrade(tx, id);
    const before = { name: found.name, level: found.level };
    const after = { name: given.name ?? found.name, level: given.level ?? found.level };
    if (before.name === after.name && before.level === after.level) return;
    try {
      await tx.db
        .update(grades)
        .set({ ...after, sortKey: sortKey(after.name), updatedAt: new Date() })
        .where(and(eq(grades.organizationId, actor.organizationId), eq(grades.id, id)));
    } catch (error) {
      throw nameTaken(error, after.name);
    }
    await recordEvents(tx, [
      { action: "grade.updated", subject: { type: "grade", id, name: after.name }, before, after },
    ]);
  });
}
