import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { academicYears, rollovers } from "@/db/schema/tenant/academics";
import { academicRecords } from "@/db/schema/tenant/student-records";
import { rolloverStudents, studentStatuses, students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import type { KeptPart, UndoRefusal } from "@/domain/rollover-list";
import { fullName } from "@/domain/student-list";
import { notFound } from "@/server/errors";
import type { Standing } from "./write-students";

export type RolloverRow = typeof rollovers.$inferSelect;
export type KeptStudent = { id: string; name: string; parts: KeptPart[] };

/** Why the rollover cannot be taken back as a whole; undefined where it can. */
export async function undoRefusal(tx: TenantTx, row: RolloverRow): Promise<UndoRefusal | undefined> {
  const { organizationId } = tx.actor;
  if (row.undoneAt) return "undone";
  const [later, [to]] = await Promise.all([
    tx.db.$count(
      rollovers,
      and(
        eq(rollovers.organizationId, organizationId),
        eq(rollovers.fromYearId, row.toYearId),
        isNull(rollovers.undoneAt),
      ),
    ),
    tx.db
      .select({ state: academicYears.state })
      .from(academicYears)
      .where(and(eq(academicYears.organizationId, organizationId), eq(academicYears.id, row.toYearId))),
  ]);
  // Those who went on from the new year are no longer where this rollover put them.
  if (later > 0) return "followed";
  return to?.state === "closed" ? "year_closed" : undefined;
}

/** The rollover; locked, where it is taken back. Throws NOT_FOUND. */
export async function readRollover(tx: TenantTx, id: string, { lock = false } = {}): Promise<RolloverRow> {
  const query = tx.db
    .select()
    .from(rollovers)
    .where(and(eq(rollovers.organizationId, tx.actor.organizationId), eq(rollovers.id, id)))
    .$dynamic();
  const [row] = await (lock ? query.for("update") : query);
  if (!row) throw notFound();
  return row;
}

/**
 * What taking the rollover back would do: the students who go back, and those of whom something was edited since, which is
 * kept. A student who was moved or whose status was changed since keeps all that the rollover wrote; a year of the history
 * that was edited stays while its student goes back.
 */
export async function judgeUndo(tx: TenantTx, row: RolloverRow, { lock = false } = {}) {
  const { organizationId } = tx.actor;
  const notes = tx.db
    .select({
      studentId: rolloverStudents.studentId,
      outcome: rolloverStudents.outcome,
      before: sql<Standing>`${rolloverStudents.before}`,
      after: sql<Standing>`${rolloverStudents.after}`,
      student: {
        firstNames: students.firstNames,
        lastNames: students.lastNames,
        yearId: students.yearId,
        gradeId: students.gradeId,
        sectionId: students.sectionId,
        status: students.status,
        isClosed: sql<boolean>`${students.lockedAt} is not null or ${students.mergedIntoId} is not null`,
      },
    })
    .from(rolloverStudents)
    .innerJoin(
      students,
      and(
        eq(students.organizationId, rolloverStudents.organizationId),
        eq(students.id, rolloverStudents.studentId),
      ),
    )
    .where(
      and(
        eq(rolloverStudents.organizationId, organizationId),
        eq(rolloverStudents.rolloverId, row.id),
        ne(rolloverStudents.outcome, "left_out"),
      ),
    )
    .orderBy(asc(students.sortKey), asc(students.id))
    .$dynamic();
  const found = await (lock ? notes.for("no key update", { of: students }) : notes);
  const [edited, present] = await Promise.all([editedRecords(tx, row), presentStatuses(tx, row)]);
  const back: typeof found = [];
  const kept: KeptStudent[] = [];
  for (const note of found) {
    const { student, after, before, studentId } = note;
    const sameStatus =
      student.status === after.status && (!after.statusId || present.get(studentId) === after.statusId);
    const samePlace =
      !student.isClosed &&
      student.yearId === after.yearId &&
      student.gradeId === after.gradeId &&
      student.sectionId === after.sectionId;
    const sameHistory = ![after.recordId, before.recordId].some((id) => id !== undefined && edited.has(id));
    const parts: KeptPart[] = [
      ...(samePlace ? [] : ["place" as const]),
      ...(sameStatus ? [] : ["status" as const]),
      ...(sameHistory ? [] : ["history" as const]),
    ];
    if (parts.length > 0) kept.push({ id: studentId, name: fullName(student), parts });
    if (samePlace && sameStatus) back.push(note);
  }
  return { back, kept, edited };
}

/** Years of the history that the rollover wrote or closed, and that were edited since. */
async function editedRecords(tx: TenantTx, row: RolloverRow): Promise<Set<string>> {
  const rows = await tx.db
    .select({ id: academicRecords.id })
    .from(academicRecords)
    .where(
      and(
        eq(academicRecords.organizationId, tx.actor.organizationId),
        eq(academicRecords.rolloverId, row.id),
        // All that the rollover wrote carries its own moment.
        sql`${academicRecords.updatedAt} <> (select done_at from ${rollovers} r
          where r.organization_id = ${tx.actor.organizationId} and r.id = ${row.id})`,
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/** The newest change of status of those who graduated. */
async function presentStatuses(tx: TenantTx, row: RolloverRow): Promise<Map<string, string>> {
  const { organizationId } = tx.actor;
  const rows = await tx.db
    .selectDistinctOn([studentStatuses.studentId], {
      studentId: studentStatuses.studentId,
      id: studentStatuses.id,
    })
    .from(studentStatuses)
    .where(
      and(
        eq(studentStatuses.organizationId, organizationId),
        inArray(
          studentStatuses.studentId,
          tx.db
            .select({ id: rolloverStudents.studentId })
            .from(rolloverStudents)
            .where(
              and(
                eq(rolloverStudents.organizationId, organizationId),
                eq(rolloverStudents.rolloverId, row.id),
                eq(rolloverStudents.outcome, "graduated"),
              ),
            ),
        ),
      ),
    )
    .orderBy(
      studentStatuses.studentId,
      sql`${studentStatuses.since} desc, ${studentStatuses.createdAt} desc, ${studentStatuses.id} desc`,
    );
  return new Map(rows.map(({ studentId, id }) => [studentId, id]));
}
