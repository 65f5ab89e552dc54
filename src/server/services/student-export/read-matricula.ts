import { and, eq, inArray, sql } from "drizzle-orm";
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
import type { StudentStatus } from "@/domain/student-list";
import { placesOf } from "./places-in-year";

type Given = MatriculaValues[string];

/** A student with the place that the Matrícula gives them. */
type Placed = {
  id: string;
  year: string | null;
  yearStartsOn: string | null;
  grade: string | null;
  section: string | null;
  listNumber: number | null;
  status: StudentStatus;
};

/**
 * The students that are asked for, by year, grade, section and their number in the list; at most `limit`. Of a year that
 * is over, those who were in it, where they were then.
 */
export async function findMatricula(
  tx: TenantTx,
  { yearId, sectionIds, statuses }: MatriculaInput,
  limit: number,
): Promise<Placed[]> {
  const { organizationId } = tx.actor;
  const found = await tx.db.execute<Placed>(sql`
    select s.id, y.name as year, y.starts_on::text as "yearStartsOn", g.name as grade, c.name as section,
      p.list_number as "listNumber", p.status
    from (${placesOf(tx, yearId)}) p
      join ${students} s on s.organization_id = ${organizationId} and s.id = p.student_id
      left join ${academicYears} y on y.organization_id = ${organizationId} and y.id = p.year_id
      left join ${grades} g on g.organization_id = ${organizationId} and g.id = p.grade_id
      left join ${sections} c on c.organization_id = ${organizationId} and c.id = p.section_id
    where s.merged_into_id is null
      ${sectionIds.length > 0 ? sql`and p.section_id = any(${sql.param(sectionIds)}::uuid[])` : sql``}
      ${statuses.length > 0 ? sql`and p.status = any(${sql.param(statuses)}::text[])` : sql``}
    order by y.starts_on desc nulls last, g.position nulls last, c.name nulls last, p.list_number nulls last,
      s.sort_key, s.id
    limit ${limit}`);
  return [...found];
}

/** What the Matrícula says of these students, in their order; health stays out unless it is asked for. */
export async function readMatricula(
  tx: TenantTx,
  placed: readonly Placed[],
  { health }: Pick<MatriculaInput, "health">,
): Promise<MatriculaValues[]> {
  const ids = placed.map(({ id }) => id);
  const [own, ill, family, others] = await Promise.all([
    readStudents(tx, ids),
    health ? readHealth(tx, ids) : [],
    readGuardians(tx, ids),
    readAuthorized(tx, ids),
  ]);
  const records = new Map(own.map((student) => [student.id, student]));
  const values = new Map<string, Record<string, Given>>();
  for (const { id, yearStartsOn, ...place } of placed) {
    const student = records.get(id);
    if (!student) continue;
    const age = yearStartsOn === null ? null : matriculaAge(student.birthDate, yearStartsOn);
    values.set(id, under("student", { ...student, ...place, age }));
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
  return [...values.values()];
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

function readStudents(tx: TenantTx, ids: readonly string[]) {
  return tx.db
    .select()
    .from(students)
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
