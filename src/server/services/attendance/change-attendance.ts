import { and, eq, ne } from "drizzle-orm";
import { attendanceDays } from "@/db/schema/tenant/student-records";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { RecordAttendanceInput, UpdateAttendanceInput } from "@/domain/attendance";
import { namesAlone } from "@/domain/audit-mask";
import { judgeChange } from "@/domain/stale";
import { newId } from "@/lib/ids";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockStudent, subjectOf } from "../student";
import { lockAttendance, ofAttendance } from "./policies";

// Why somebody was away may be about their health: the log has the day and the mark, and never the reason.

/** Marks a day of a student. Throws CONFLICT `attendance.dayTaken` where that day has a mark. */
export async function recordAttendance(
  actor: OrganizationActor,
  { studentId, ...values }: RecordAttendanceInput,
): Promise<{ id: string }> {
  return inOrganization(actor, async (tx) => {
    const student = await lockStudent(tx, studentId);
    await requireFreeDay(tx, studentId, values.day);
    const id = newId();
    await tx.db.insert(attendanceDays).values({
      ...{ organizationId: actor.organizationId, id, studentId, ...values },
      ...{ recordedBy: actor.name, recordedByUserId: actor.userId },
    });
    const { day, mark } = values;
    await recordEvents(tx, [
      { action: "attendance.recorded", subject: subjectOf(student), after: { day, mark } },
    ]);
    return { id };
  });
}

/** Changes what is given of a marked day. CONFLICT `attendance.stale` says that somebody else has since `base`. */
export async function updateAttendance(
  actor: OrganizationActor,
  { id, base, ...given }: UpdateAttendanceInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { student, attendance } = await lockAttendance(tx, id);
    const { changed, stale } = judgeChange(attendance, given, base);
    if (stale.length > 0) throw new DomainError("conflict", "attendance.stale");
    if (changed.length === 0) return;
    if (given.day !== undefined && changed.includes("day"))
      await requireFreeDay(tx, student.id, given.day, id);
    const values = Object.fromEntries(changed.map((field) => [field, given[field]]));
    await tx.db
      .update(attendanceDays)
      .set({ ...values, updatedAt: new Date() })
      .where(ofAttendance(tx, id));
    const { day, mark } = attendance;
    await recordEvents(tx, [
      {
        action: "attendance.changed",
        subject: subjectOf(student),
        before: { day, mark },
        after: { day, mark, ...values, ...namesAlone(changed.filter((field) => field === "reason")) },
      },
    ]);
  });
}

/** Takes a mark away at once: the student was there. Who takes that back marks the day again. */
export async function removeAttendance(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { student, attendance } = await lockAttendance(tx, id);
    await tx.db.delete(attendanceDays).where(ofAttendance(tx, id));
    const { day, mark } = attendance;
    await recordEvents(tx, [
      { action: "attendance.removed", subject: subjectOf(student), before: { day, mark } },
    ]);
  });
}

// The student is locked: nobody else marks the day meanwhile.
async function requireFreeDay(tx: TenantTx, studentId: string, day: string, but?: string): Promise<void> {
  const taken = await tx.db.$count(
    attendanceDays,
    and(
      eq(attendanceDays.organizationId, tx.actor.organizationId),
      eq(attendanceDays.studentId, studentId),
      eq(attendanceDays.day, day),
      but === undefined ? undefined : ne(attendanceDays.id, but),
    ),
  );
  if (taken > 0) throw new DomainError("conflict", "attendance.dayTaken", { field: "day" });
}
