import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import {
  authorizedPersons,
  guardians,
  healthRecords,
  studentGuardians,
  students,
} from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { academicYearsAround } from "@/domain/academic-year";
import { DEFAULT_GRADES } from "@/domain/academics-list";
import { GUARDIAN_TYPES } from "@/domain/student-list";
import { wallClock } from "@/lib/wall-clock";
import { readTimeZone } from "../organization";
import type { FileRow, School } from "./plan/types";

type AnyColumn = Parameters<typeof eq>[0];

/** Whether the column has one of the values, which go out as one parameter. */
function among(column: AnyColumn | SQL, values: Iterable<string>, type: "text" | "uuid" = "text"): SQL {
  return sql`${column} = any(${sql.param([...values])}::${sql.raw(type)}[])`;
}

/** Today in the actor's school, as an ISO date. */
export async function schoolToday(tx: TenantTx): Promise<string> {
  return wallClock(new Date(), await readTimeZone(tx)).slice(0, 10);
}

/**
 * All of the school that these rows can be about, in a few queries whatever their number. A school without grades is
 * shown with those that it would get: `newGrades` names them. With `lock` nobody changes the records meanwhile.
 */
export async function readSchool(
  tx: TenantTx,
  rows: readonly FileRow[],
  { titleYear, today, lock }: { titleYear: string; today: string; lock: boolean },
): Promise<{ school: School; newGrades: string[] }> {
  const { organizationId } = tx.actor;
  const own = (table: { organizationId: AnyColumn }) => eq(table.organizationId, organizationId);
  const [years, allGrades, allSections, studentCount, found] = await Promise.all([
    tx.db
      .select({
        id: academicYears.id,
        name: academicYears.name,
        state: academicYears.state,
        isCurrent: academicYears.isCurrent,
      })
      .from(academicYears)
      .where(own(academicYears)),
    tx.db
      .select({ id: grades.id, name: grades.name, archivedAt: grades.archivedAt })
      .from(grades)
      .where(own(grades))
      .orderBy(grades.position),
    tx.db
      .select({
        id: sections.id,
        yearId: sections.yearId,
        gradeId: sections.gradeId,
        name: sections.name,
      })
      .from(sections)
      .where(own(sections)),
    tx.db.$count(students, and(own(students), isNull(students.mergedIntoId))),
    readStudents(tx, rows, lock),
  ]);
  const ids = found.map(({ id }) => id);
  const [people, firstLinks, health, authorized] = await Promise.all([
    readPeople(tx, rows, ids, lock),
    tx.db
      .select()
      .from(studentGuardians)
      .where(and(own(studentGuardians), among(studentGuardians.studentId, ids, "uuid"))),
    tx.db
      .select()
      .from(healthRecords)
      .where(and(own(healthRecords), among(healthRecords.studentId, ids, "uuid"))),
    tx.db
      .select()
      .from(authorizedPersons)
      .where(and(own(authorizedPersons), among(authorizedPersons.studentId, ids, "uuid"))),
  ]);
  const otherLinks = await tx.db
    .select()
    .from(studentGuardians)
    .where(
      and(
        own(studentGuardians),
        among(
          studentGuardians.guardianId,
          people.map(({ id }) => id),
          "uuid",
        ),
        sql`not ${among(studentGuardians.studentId, ids, "uuid")}`,
      ),
    );
  const inUse = allGrades.filter(({ archivedAt }) => archivedAt === null);
  const newGrades = allGrades.length === 0 ? DEFAULT_GRADES.map(({ name }) => name) : [];
  const current = years.find(({ isCurrent }) => isCurrent)?.name;
  return {
    newGrades,
    school: {
      ...{ organizationId, today, years, sections: allSections, students: found, health, authorized },
      defaultYear: titleYear || current || (academicYearsAround(today)[0] ?? ""),
      grades: [...inUse, ...newGrades.map((name) => ({ id: `new ${name}`, name }))],
      links: [...firstLinks, ...otherLinks],
      guardians: people,
      studentCount,
    },
  };
}

/** The students whose cédula, cédula escolar or code the rows name. */
async function readStudents(tx: TenantTx, rows: readonly FileRow[], lock: boolean) {
  const said = (field: string) => new Set(rows.flatMap(({ values }) => textOf(values.get(field))));
  const query = tx.db
    .select()
    .from(students)
    .where(
      and(
        eq(students.organizationId, tx.actor.organizationId),
        isNull(students.mergedIntoId),
        or(
          among(students.cedula, said("student.cedula")),
          among(students.schoolCedula, said("student.schoolCedula")),
          among(students.code, said("student.code")),
        ),
      ),
    )
    .orderBy(students.id);
  return lock ? query.for("update") : query;
}

/** The people whose cédula the rows name, and the guardians of these students. */
async function readPeople(tx: TenantTx, rows: readonly FileRow[], ids: readonly string[], lock: boolean) {
  const { organizationId } = tx.actor;
  const tied = tx.db
    .select({ id: studentGuardians.guardianId })
    .from(studentGuardians)
    .where(
      and(
        eq(studentGuardians.organizationId, organizationId),
        among(studentGuardians.studentId, ids, "uuid"),
      ),
    );
  const query = tx.db
    .select()
    .from(guardians)
    .where(
      and(
        eq(guardians.organizationId, organizationId),
        isNull(guardians.mergedIntoId),
        or(among(guardians.cedula, guardianCedulas(rows)), inArray(guardians.id, tied)),
      ),
    )
    .orderBy(guardians.id);
  return lock ? query.for("update") : query;
}

function guardianCedulas(rows: readonly FileRow[]): Set<string> {
  return new Set(
    rows.flatMap(({ values }) =>
      GUARDIAN_TYPES.flatMap((type) => textOf(values.get(`guardian.${type}.cedula`))),
    ),
  );
}

function textOf(value: unknown): string[] {
  return typeof value === "string" ? [value] : [];
}
