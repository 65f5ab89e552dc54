import { and, eq } from "drizzle-orm";
import { attendanceDays } from "@/db/schema/tenant/student-records";
import type { OrganizationActor, TenantTx } from "@/db/scope";
import { can } from "@/domain/permissions";
import { DomainError, notFound } from "@/server/errors";
import { isOwnOfLate, lockStudent } from "../student";

/** What is said of a day, as forms have it. */
export const attendanceColumns = {
  day: attendanceDays.day,
  mark: attendanceDays.mark,
  reason: attendanceDays.reason,
};

/** That one day of a student of the actor's school. */
export function ofAttendance({ actor }: Pick<TenantTx, "actor">, id: string) {
  return and(eq(attendanceDays.organizationId, actor.organizationId), eq(attendanceDays.id, id));
}

type Mark = Pick<typeof attendanceDays.$inferSelect, "recordedByUserId" | "createdAt">;

/** Whether the actor may change the mark: an administrator any, a coach their own of the last days. */
export function mayChange(actor: OrganizationActor, { recordedByUserId, createdAt }: Mark): boolean {
  if (can(actor.role, "attendance:manage")) return true;
  if (!can(actor.role, "attendance:manage-own-classes")) return false;
  return isOwnOfLate(actor, { byUserId: recordedByUserId, createdAt });
}

/**
 * The day and its student, both locked. Throws NOT_FOUND where the actor does not reach the student, FORBIDDEN for a mark
 * that is not theirs to change, and CONFLICT where the student's records are closed.
 */
export async function lockAttendance(tx: TenantTx, id: string) {
  const [found] = await tx.db
    .select({ studentId: attendanceDays.studentId })
    .from(attendanceDays)
    .where(ofAttendance(tx, id));
  if (!found) throw notFound();
  const student = await lockStudent(tx, found.studentId);
  const [row] = await tx.db
    .select({
      ...attendanceColumns,
      recordedByUserId: attendanceDays.recordedByUserId,
      createdAt: attendanceDays.createdAt,
    })
    .from(attendanceDays)
    .where(ofAttendance(tx, id))
    .for("update");
  if (!row) throw notFound();
  if (!mayChange(tx.actor, row)) throw new DomainError("forbidden", "attendance.notYours");
  const { recordedByUserId: _by, createdAt: _at, ...attendance } = row;
  return { student, attendance };
}
