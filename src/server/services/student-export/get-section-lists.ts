import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { grades, sections } from "@/db/schema/tenant/academics";
import { guardians, studentGuardians, students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { matriculaAge } from "@/domain/matricula/age";
import type { SectionListsInput } from "@/domain/student-export";
import { type ListColumn, MAX_LISTED, MAX_PRINTED } from "@/domain/student-export-list";
import { fullName } from "@/domain/student-list";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { joinedPlaces } from "./places-in-year";
import { requireYear } from "./read-form-students";
import { readSchool } from "./read-school";
import { requireOwn } from "./require-own";

/**
 * The lists of a year's sections by name, in the order of the grades, with what is asked for of each student; who has no
 * section comes last in the grade. Of a year that is over, as they were then. It is recorded who took them out.
 */
export async function getSectionLists(actor: OrganizationActor, input: SectionListsInput) {
  const { yearId, sectionIds, columns, format } = input;
  return inOrganization(actor, async (tx) => {
    const [school, year] = await Promise.all([
      readSchool(tx),
      requireYear(tx, yearId),
      requireOwn(tx, sections, sectionIds),
    ]);
    const max = format === "print" ? MAX_PRINTED : MAX_LISTED;
    const found = await readListed(tx, input, max + 1);
    if (found.length > max) throw new DomainError("conflict", "export.tooManyListed", { values: { max } });
    const wantsContact = columns.includes("contact") || columns.includes("contactPhone");
    const contacts = wantsContact ? await readContacts(tx, found) : new Map<string, Contact>();
    const lists = groupsOf(found).map(({ first, rows }) => ({
      gradeName: first.gradeName,
      sectionName: first.sectionName,
      guideName: first.guideName,
      rows: rows.map((row) => shownRow(row, columns, contacts.get(row.id), year.startsOn)),
    }));
    await recordEvents(tx, [
      {
        action: "student.lists_exported",
        subject: { type: "organization", id: actor.organizationId },
        after: { count: found.length, lists: lists.length, year: year.name, columns, format },
      },
    ]);
    return { school: school.name, today: school.today, year: year.name, lists };
  });
}

type Listed = Awaited<ReturnType<typeof readListed>>[number];
type Contact = { name: string; phone: string };

function readListed(tx: TenantTx, { yearId, sectionIds, statuses }: SectionListsInput, limit: number) {
  const { organizationId } = tx.actor;
  const { places, ofStudent, gradeId, sectionId, status } = joinedPlaces(tx, yearId);
  return tx.db
    .select({
      ...{ id: students.id, firstNames: students.firstNames, lastNames: students.lastNames },
      ...{ code: students.code, cedula: students.cedula, schoolCedula: students.schoolCedula },
      ...{ gender: students.gender, birthDate: students.birthDate, status },
      ...{ enteredOn: students.enteredOn, email: students.email, address: students.address },
      phone: sql<string>`coalesce(nullif(${students.mobilePhone}, ''), nullif(${students.homePhone}, ''),
        ${students.emergencyPhone})`,
      ...{ gradeId, gradeName: grades.name },
      ...{ sectionId, sectionName: sections.name, guideName: users.name },
    })
    .from(students)
    .innerJoin(places, ofStudent)
    .innerJoin(grades, and(eq(grades.organizationId, organizationId), eq(grades.id, gradeId)))
    .leftJoin(sections, and(eq(sections.organizationId, organizationId), eq(sections.id, sectionId)))
    .leftJoin(users, and(eq(users.organizationId, organizationId), eq(users.id, sections.guideUserId)))
    .where(
      and(
        eq(students.organizationId, organizationId),
        isNull(students.mergedIntoId),
        sectionIds.length > 0 ? inArray(sectionId, sectionIds) : undefined,
        statuses.length > 0 ? inArray(status, statuses) : undefined,
      ),
    )
    .orderBy(
      asc(grades.position),
      asc(grades.id),
      sql`${sections.name} nulls last`,
      asc(students.sortKey),
      asc(students.id),
    )
    .limit(limit);
}

/** Whom the school calls first, as the child's form says it. */
async function readContacts(tx: TenantTx, found: readonly Listed[]): Promise<Map<string, Contact>> {
  const said = (field: string, kept: typeof guardians.mobilePhone) =>
    sql<string>`nullif(coalesce(${studentGuardians.declared} ->> ${field}, ${kept}), '')`;
  const rows = await tx.db
    .select({
      studentId: studentGuardians.studentId,
      ...{ firstNames: guardians.firstNames, lastNames: guardians.lastNames },
      phone: sql<string | null>`coalesce(${said("mobilePhone", guardians.mobilePhone)},
        ${said("homePhone", guardians.homePhone)}, ${said("workPhone", guardians.workPhone)})`,
    })
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
        eq(studentGuardians.isPrimaryContact, true),
        sql`${studentGuardians.studentId} = any(${sql.param(found.map(({ id }) => id))}::uuid[])`,
      ),
    );
  return new Map(rows.map((row) => [row.studentId, { name: fullName(row), phone: row.phone ?? "" }]));
}

function groupsOf(found: readonly Listed[]): { first: Listed; rows: Listed[] }[] {
  const groups = new Map<string, { first: Listed; rows: Listed[] }>();
  for (const row of found) {
    const key = `${row.gradeId} ${row.sectionId}`;
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { first: row, rows: [row] });
  }
  return [...groups.values()];
}

/** The row with no more than what is asked for. */
function shownRow(
  row: Listed,
  columns: readonly ListColumn[],
  contact: Contact | undefined,
  yearStartsOn: string,
) {
  const values = {
    code: row.code,
    cedula: { cedula: row.cedula, schoolCedula: row.schoolCedula },
    gender: row.gender,
    birthDate: row.birthDate,
    age: matriculaAge(row.birthDate, yearStartsOn),
    status: row.status,
    enteredOn: row.enteredOn,
    phone: row.phone,
    email: row.email,
    address: row.address,
    contact: contact?.name ?? "",
    contactPhone: contact?.phone ?? "",
  };
  const shown = Object.fromEntries(columns.map((column) => [column, values[column]]));
  return {
    id: row.id,
    firstNames: row.firstNames,
    lastNames: row.lastNames,
    values: shown as Partial<typeof values>,
  };
}
