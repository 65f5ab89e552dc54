import { and, between, count, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { academicYears } from "@/db/schema/tenant/academics";
import { attendanceDays } from "@/db/schema/tenant/student-records";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import type { ListAttendanceInput } from "@/domain/attendance";
import { ATTENDANCE_MARKS, type AttendanceMark } from "@/domain/attendance-list";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { closedBy, requireStudent } from "../student";
import { attendanceColumns, mayChange } from "./policies";

const positionSchema = z.object({ on: z.iso.date(), id: z.uuid() });

/**
 * The marked days of a student within the actor's reach, the latest first; with the first page, how many there are in
 * the current year.
 */
export async function listAttendance(
  actor: OrganizationActor,
  { studentId, cursor, limit }: ListAttendanceInput,
) {
  const after = cursor === undefined ? undefined : decodeCursor(positionSchema, cursor);
  return readInOrganization(actor, async (tx) => {
    const student = await requireStudent(tx, studentId);
    const [found, year] = await Promise.all([
      tx.db
        .select({
          ...{ id: attendanceDays.id, ...attendanceColumns, recordedBy: attendanceDays.recordedBy },
          ...{ recordedByUserId: attendanceDays.recordedByUserId, createdAt: attendanceDays.createdAt },
        })
        .from(attendanceDays)
        .where(
          and(
            ofStudent(tx, studentId),
            after &&
              sql`(${attendanceDays.day}, ${attendanceDays.id}) < (${after.on}::date, ${after.id}::uuid)`,
          ),
        )
        .orderBy(desc(attendanceDays.day), desc(attendanceDays.id))
        .limit(limit + 1),
      after ? null : countYear(tx, studentId),
    ]);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const isClosed = closedBy(student) !== null;
    return {
      rows: page.map(({ recordedByUserId, ...row }) => ({
        ...row,
        mayChange: !isClosed && mayChange(actor, { recordedByUserId, createdAt: row.createdAt }),
      })),
      nextCursor: last && found.length > limit ? encodeCursor({ on: last.day, id: last.id }) : null,
      year,
    };
  });
}

/** How many days of the school's current year have each mark; null where the school has no such year. */
async function countYear(tx: TenantTx, studentId: string) {
  const { organizationId } = tx.actor;
  const [year] = await tx.db
    .select({ name: academicYears.name, startsOn: academicYears.startsOn, endsOn: academicYears.endsOn })
    .from(academicYears)
    .where(and(eq(academicYears.organizationId, organizationId), eq(academicYears.isCurrent, true)));
  if (!year) return null;
  const found = await tx.db
    .select({ mark: attendanceDays.mark, days: count() })
    .from(attendanceDays)
    .where(and(ofStudent(tx, studentId), between(attendanceDays.day, year.startsOn, year.endsOn)))
    .groupBy(attendanceDays.mark);
  const days = Object.fromEntries(
    ATTENDANCE_MARKS.map((each) => [each, found.find(({ mark }) => mark === each)?.days ?? 0]),
  ) as Record<AttendanceMark, number>;
  return { name: year.name, days };
}

function ofStudent({ actor }: TenantTx, studentId: string) {
  return and(
    eq(attendanceDays.organizationId, actor.organizationId),
    eq(attendanceDays.studentId, studentId),
  );
}
