import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import {
  authorizedPersons,
  guardians,
  healthRecords,
  studentGuardians,
  students,
} from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { matriculaAge } from "@/domain/matricula/age";
import type { MatriculaValues } from "@/domain/matricula/write";
import type { MatriculaInput } from "@/domain/student-export";

type Given = MatriculaValues[string];

/** The students that are asked for, by year, grade, section and their number in the list; at most `limit`. */
export function findMatricula(
  tx: TenantTx,
  { yearId, sectionIds, statuses }: MatriculaInput,
  limit: number,
): Promise<{ id: string; year: string | null }[]> {
  return tx.db
    .select({ id: students.id, year: academicYears.name })
    .from(students)
    .leftJoin(academicYears, ofYear)
    .leftJoin(grades, ofGrade)
    .leftJoin(sections, ofSection)
    .where(
      and(
        eq(students.organizationId, tx.actor.organizationId),
        isNull(students.mergedIntoId),
        yearId === undefined ? undefined : eq(students.yearId, yearId),
        sectionIds.length > 0 ? inArray(students.sectionId, sectionIds) : undefined,
        statuses.length > 0 ? inArray(students.status, statuses) : undefined,
      ),
    )
    .orderBy(
      sql`${academicYears.startsOn} desc nulls last`,
      sql`${grades.position} nulls last`,
      sql`${sections.name} nulls last`,
      sql`${students.listNumber} nulls last`,
      asc(students.sortKey),
      asc(students.id),
    )
    .limit(limit);
}

/** What the Matrícula says of these students, in the order of the ids; health stays out unless it is asked for. */
export async function readMatricula(
  tx: TenantTx,
  ids: readonly string[],
  { health }: Pick<MatriculaInput, "health">,
): Promise<MatriculaValues[]> {
  const [own, ill, family, others] = await Promise.all([
    readStudents(tx, ids),
    health ? readHealth(tx, ids) : [],
    readGuardians(tx, ids),
    readAuthorized(tx, ids),
  ]);
  const values = new Map<string, Record<string, Given>>();
  for (const { student, yearStartsOn, ...place } of own) {
    const age = yearStartsOn === null ? null : matriculaAge(student.birthDate, yearStartsOn);
    values.set(student.id, under("student", { ...student, ...place, age }));
  }
  const add = (studentId: string, more: Record<string, Given>) => {
    const known = values.get(studentId);
    if (known) Object.assign(known, more);
  };
  for (const record of ill) add(record.studentId, under("health", record));
  for (const { link, guardian } of family)
    add(link.studentId, {
      ...under(`guardian.${link.type}`, { ...guardian, ...declared(link.declared) }),
      [`guardian.${link.type}.relationship`]: link.relationship,
      [`guardian.${link.type}.isPrimaryContact`]: link.isPrimaryContact,
    });
  for (const person of others) add(person.studentId, under(`authorized.${person.place}`, person));
  return ids.flatMap((id) => {
    const known = values.get(id);
    return known ? [known] : [];
  });
}

/** What a child's form says otherwise than the person's own record; what it leaves open says nothing. */
function declared(form: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== null));
}

function under(prefix: string, record: Record<string, unknown>): Record<string, Given> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (isGiven(value) ? [[`${prefix}.${name}`, value]] : [])),
  );
}

function isGiven(value: unknown): value is Given {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

const ofYear = and(
  eq(academicYears.organizationId, students.organizationId),
  eq(academicYears.id, students.yearId),
);
const ofGrade = and(eq(grades.organizationId, students.organizationId), eq(grades.id, students.gradeId));
const ofSection = and(
  eq(sections.organizationId, students.organizationId),
  eq(sections.id, students.sectionId),
);

function readStudents(tx: TenantTx, ids: readonly string[]) {
  return tx.db
    .select({
      student: students,
      year: academicYears.name,
      yearStartsOn: academicYears.startsOn,
      grade: grades.name,
      section: sections.name,
    })
    .from(students)
    .leftJoin(academicYears, ofYear)
    .leftJoin(grades, ofGrade)
    .leftJoin(sections, ofSection)
    .where(and(eq(students.organizationId, tx.actor.organizationId), inArray(students.id, [...ids])));
}

function readHealth(tx: TenantTx, ids: readonly string[]) {
  return tx.db
    .select()
    .from(healthRecords)
    .where(
      and(
        eq(healthRecords.organizationId, tx.actor.organizationId),
        inArray(healthRecords.studentId, [...ids]),
      ),
    );
}

function readGuardians(tx: TenantTx, ids: readonly string[]) {
  return tx.db
    .select({ link: studentGuardians, guardian: guardians })
    .from(studentGuardians)
    .innerJoin(
      guardians,
      and(
        eq(guardians.organizationId, studentGuardians.organizationId),
        eq(guardians.id, studentGuardians.guardianId),
      ),
    )
    .where(
      and(
        eq(studentGuardians.organizationId, tx.actor.organizationId),
        inArray(studentGuardians.studentId, [...ids]),
      ),
    );
}

function readAuthorized(tx: TenantTx, ids: readonly string[]) {
  return tx.db
    .select()
    .from(authorizedPersons)
    .where(
      and(
        eq(authorizedPersons.organizationId, tx.actor.organizationId),
        inArray(authorizedPersons.studentId, [...ids]),
      ),
    );
}
