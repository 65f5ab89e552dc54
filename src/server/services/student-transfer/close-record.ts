import { and, eq, max } from "drizzle-orm";
import { studentStatuses, students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { DAY } from "@/lib/duration";
import { newId } from "@/lib/ids";
import { leaveClasses } from "../class";
import { schoolDay } from "../organization";
import type { Transfer } from "./queries";
import type { SentRecord } from "./read-record";

/**
 * Closes the record that has gone, which the transaction holds: transferred from the day after the last one, out of its
 * section and its classes, without an account, and locked: nothing of it changes any more. Returns the first day on which it holds.
 */
export async function closeRecord(
  tx: TenantTx,
  { transfer, record }: { transfer: Transfer; record: SentRecord },
): Promise<string> {
  const { organizationId, name: recordedBy } = tx.actor;
  const { id: studentId, userId } = record.student;
  const now = new Date();
  if (userId !== null) await leaveClasses(tx, [userId], now);
  await tx.db
    .update(students)
    .set({
      ...{ status: "transferred", sectionId: null, listNumber: null, userId: null },
      ...{ lockedAt: now, updatedAt: now },
    })
    .where(and(eq(students.organizationId, organizationId), eq(students.id, studentId)));
  const since = await firstDayAway(tx, transfer);
  await tx.db.insert(studentStatuses).values({
    ...{ organizationId, id: newId(), studentId, status: "transferred", since, recordedBy },
    ...{ reason: transfer.reason, otherSchool: transfer.toSchoolName },
  });
  return since;
}

/** The day after the last one; not ahead of today in the school, and not before what the history tells already. */
async function firstDayAway(tx: TenantTx, { studentId, lastDay }: Transfer): Promise<string> {
  const { since, studentId: ofStudent, organizationId } = studentStatuses;
  const [today, [history]] = await Promise.all([
    schoolDay(tx),
    tx.db
      .select({ newest: max(since) })
      .from(studentStatuses)
      .where(and(eq(organizationId, tx.actor.organizationId), eq(ofStudent, studentId))),
  ]);
  const after = new Date(Date.parse(lastDay) + DAY).toISOString().slice(0, 10);
  const isAhead = after > today;
  const first = isAhead ? today : after;
  return history?.newest && history.newest > first ? history.newest : first;
}
