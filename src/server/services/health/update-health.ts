import { healthRecords } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { namesAlone } from "@/domain/audit-mask";
import type { UpdateHealthInput } from "@/domain/health";
import { judgeChange } from "@/domain/stale";
import { newId } from "@/lib/ids";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockStudent, subjectOf } from "../student";
import { healthColumns, NOTHING_KNOWN, ofStudent } from "./queries";

/**
 * Changes what is given of a student's health; the log tells which fields, and nothing of what stood or stands in them.
 * CONFLICT `health.stale`, without values, says that somebody else has changed since `base` one of those given.
 */
export async function updateHealth(
  actor: OrganizationActor,
  { studentId, base, ...given }: UpdateHealthInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const student = await lockStudent(tx, studentId);
    const [record] = await tx.db.select(healthColumns).from(healthRecords).where(ofStudent(tx, studentId));
    const found = record ?? NOTHING_KNOWN;
    const { changed, stale } = judgeChange(found, given, base);
    if (stale.length > 0) throw new DomainError("conflict", "health.stale");
    if (changed.length === 0) return;
    const values = {
      ...found,
      ...Object.fromEntries(changed.map((field) => [field, given[field]])),
      updatedAt: new Date(),
    };
    await tx.db
      .insert(healthRecords)
      .values({ organizationId: actor.organizationId, id: newId(), studentId, ...values })
      .onConflictDoUpdate({ target: [healthRecords.organizationId, healthRecords.studentId], set: values });
    await recordEvents(tx, [
      { action: "health.updated", subject: subjectOf(student), after: namesAlone(changed) },
    ]);
  });
}
