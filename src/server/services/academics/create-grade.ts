import { eq, sql } from "drizzle-orm";
import { grades } from "@/db/schema/tenant/academics";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { CreateGradeInput } from "@/domain/academics";
import { MAX_GRADES } from "@/domain/academics-list";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { nameTaken } from "./queries";

/** A new grade above all others. Throws CONFLICT where one in use has the name, accents and case aside. */
export async function createGrade(
  actor: OrganizationActor,
  { name, level }: CreateGradeInput,
): Promise<{ id: string }> {
  return inOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const [known] = await tx.db
      .select({ count: sql<number>`count(*)::int`, last: sql<number>`coalesce(max(${grades.position}), 0)` })
      .from(grades)
      .where(eq(grades.organizationId, organizationId));
    const { count = 0, last = 0 } = known ?? {};
    if (count >= MAX_GRADES)
      throw new DomainError("conflict", "academics.tooManyGrades", { values: { max: MAX_GRADES } });
    const id = newId();
    try {
      await tx.db
        .insert(grades)
        .values({ organizationId, id, name, level, position: last + 1, sortKey: sortKey(name) });
    } catch (error) {
      throw nameTaken(error, name);
    }
    await recordEvents(tx, [
      { action: "grade.created", subject: { type: "grade", id, name }, after: { name, level } },
    ]);
    return { id };
  });
}
