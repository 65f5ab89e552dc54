import { and, asc, desc, eq, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import { academicRecords } from "@/db/schema/tenant/student-records";
import { studentStatuses, students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import type { FormStudent } from "@/domain/government-forms/form-student";
import type { StudentStatus } from "@/domain/student-list";
import { foldText } from "@/lib/text-keys";
import { notFound } from "@/server/errors";
import { joinedPlaces } from "./places-in-year";

/** The year, of the school's own. */
export async function requireYear(tx: TenantTx, yearId: string) {
  const [year] = await tx.db
    .select({
      id: academicYears.id,
      name: academicYears.name,
      startsOn: academicYears.startsOn,
      endsOn: academicYears.endsOn,
    })
    .from(academicYears)
    .where(and(eq(academicYears.organizationId, tx.actor.organizationId), eq(academicYears.id, yearId)));
  if (!year) throw notFound();
  return year;
}

type Year = Awaited<ReturnType<typeof requireYear>>;
type Which = { sectionIds: readonly string[] };

/** Who stands, or stood, in the lists of the year, merged records aside, at most `limit`. */
export async function readFormStudents(tx: TenantTx, year: Year, { sectionIds }: Which, limit: number) {
  const { organizationId } = tx.actor;
  const { places, ofStudent, gradeId, sectionId, status } = joinedPlaces(tx, year.id);
  const rows = await tx.db
    .select({
      ...{ id: students.id, cedula: students.cedula, schoolCedula: students.schoolCedula },
      ...{ lastNames: students.lastNames, firstNames: students.firstNames, sortKey: students.sortKey },
      ...{ gender: students.gender, birthDate: students.birthDate, status },
      ...{ enteredOn: students.enteredOn, entryKind: students.entryKind },
      previousSchool: students.previousSchool,
      ...{ gradeId: grades.id, gradeName: grades.name, gradePosition: grades.position, level: grades.level },
      ...{ sectionId, sectionName: sections.name },
      heldBack: heldBackBefore(year, organizationId),
    })
    .from(students)
    .innerJoin(places, ofStudent)
    .innerJoin(grades, and(eq(grades.organizationId, students.organizationId), eq(grades.id, gradeId)))
    .leftJoin(sections, and(eq(sections.organizationId, students.organizationId), eq(sections.id, sectionId)))
    .where(
      and(
        eq(students.organizationId, organizationId),
        isNull(students.mergedIntoId),
        sectionIds.length > 0 ? inArray(sectionId, [...sectionIds]) : undefined,
      ),
    )
    .orderBy(asc(grades.position), asc(students.sortKey), asc(students.id))
    .limit(limit);
  return rows.map(({ heldBack, ...row }) => ({ ...row, repeats: heldBack || isRepeater(row.entryKind) }));
}

/** "Repitiente" is how a school says it of who repeated elsewhere. */
function isRepeater(entryKind: string): boolean {
  return foldText(entryKind).startsWith("repit");
}

/** Whether the last year before this one, as the record tells it, ended with staying in the grade. */
function heldBackBefore(year: Year, organizationId: string): SQL<boolean> {
  return sql<boolean>`coalesce((
    select r.result = 'held_back' from ${academicRecords} r
    where r.organization_id = ${organizationId} and r.student_id = ${students.id} and r.year < ${year.name}
    order by r.year desc, r.id desc limit 1), false)`;
}

type InYear = Awaited<ReturnType<typeof readFormStudents>>[number];

/**
 * Those of them who attended on that day: who had come by then, and whose last state by then was active. Where every
 * dated state is a later one, the day of entry tells; where none is dated, the present state.
 */
export async function attendingOn(
  tx: TenantTx,
  found: readonly InYear[],
  day: string,
): Promise<(FormStudent & InYear)[]> {
  const states = await tx.db
    .selectDistinctOn([studentStatuses.studentId], {
      studentId: studentStatuses.studentId,
      status: sql<StudentStatus | null>`case when ${lte(studentStatuses.since, day)} then ${studentStatuses.status} end`,
    })
    .from(studentStatuses)
    .where(eq(studentStatuses.organizationId, tx.actor.organizationId))
    .orderBy(
      studentStatuses.studentId,
      // Days to come are behind those that have been: they count only where nothing else is dated.
      desc(lte(studentStatuses.since, day)),
      desc(studentStatuses.since),
      desc(studentStatuses.id),
    );
  const dated = new Map(states.map(({ studentId, status }) => [studentId, status]));
  return found.filter(({ id, status, enteredOn }) => {
    if (enteredOn !== null && enteredOn > day) return false;
    const state = dated.has(id) ? dated.get(id) : status;
    return state === null ? enteredOn !== null : state === "active";
  });
}

/** The dated changes of state in a time, each with whether the student had left before it, in the order of the days. */
export function readChanges(tx: TenantTx, [from, to]: readonly [string, string]) {
  const { organizationId } = tx.actor;
  // Nested: a query of one table writes its columns without its name, and the inner table's would answer.
  const own = sql`${studentStatuses.studentId}`;
  const moment = sql`(${sql`${studentStatuses.since}`}, ${sql`${studentStatuses.id}`})`;
  return tx.db
    .select({
      studentId: studentStatuses.studentId,
      status: studentStatuses.status,
      since: studentStatuses.since,
      reason: studentStatuses.reason,
      otherSchool: studentStatuses.otherSchool,
      otherSchoolCode: studentStatuses.otherSchoolCode,
      hadLeft: sql<boolean>`exists (select from ${studentStatuses} before
        where before.organization_id = ${organizationId} and before.student_id = ${own}
          and before.status <> 'active' and (before.since, before.id) < ${moment})`,
    })
    .from(studentStatuses)
    .where(
      and(
        eq(studentStatuses.organizationId, organizationId),
        sql`${studentStatuses.since} between ${from} and ${to}`,
      ),
    )
    .orderBy(asc(studentStatuses.since), asc(studentStatuses.id));
}
