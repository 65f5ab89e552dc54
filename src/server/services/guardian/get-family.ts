import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { grades, sections } from "@/db/schema/tenant/academics";
import { authorizedPersons, guardians, studentGuardians, students } from "@/db/schema/tenant/students";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { canAny } from "@/domain/permissions";
import { GUARDIAN_TYPES } from "@/domain/student-list";
import { requireStudent, withinReach } from "../student";

/** Fields of a guardian that a child's form may say otherwise and that anyone who sees the contact data may read. */
const SHOWN_WITH_CONTACT = {
  cedula: guardians.cedula,
  mobilePhone: guardians.mobilePhone,
  homePhone: guardians.homePhone,
  workPhone: guardians.workPhone,
  email: guardians.email,
  address: guardians.address,
  occupation: guardians.occupation,
  workplace: guardians.workplace,
};

/**
 * Who cares for a student: guardians in their order, persons who may pick up besides, siblings by shared guardians
 * within the actor's reach. How to reach the guardians is for the school; a parent sees it of themselves alone.
 */
export async function getFamily(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const [, found, authorized, siblings] = await Promise.all([
      requireStudent(tx, id),
      readGuardians(tx, id),
      readAuthorized(tx, id),
      readSiblings(tx, id),
    ]);
    const seesAll = canAny(actor.role, ["student:list"]);
    const isSchool = canAny(actor.role, ["student:list", "student:list-own-classes"]);
    return {
      guardians: found.map(({ contact, declared, account, ...guardian }) => {
        const mayReach = isSchool || (account !== null && account.id === actor.userId);
        return {
          ...guardian,
          contact: mayReach ? contact : null,
          account: isSchool ? account : null,
          declared: isSchool ? shownOf(declared, { seesAll }) : {},
        };
      }),
      authorized: authorized.map(({ phones, ...person }) => ({
        ...person,
        phones: isSchool ? phones : null,
      })),
      siblings,
    };
  });
}

/**
 * What this child's form says otherwise: to a coach, of what they see of the person. Income is read on the family's page,
 * by who may, and its reading is recorded.
 */
function shownOf(declared: Record<string, unknown>, { seesAll }: { seesAll: boolean }) {
  const isShown = (field: string) =>
    field !== "monthlyIncome" && (seesAll || Object.hasOwn(SHOWN_WITH_CONTACT, field));
  return Object.fromEntries(Object.entries(declared).filter(([field]) => isShown(field)));
}

function readGuardians(tx: TenantTx, studentId: string) {
  const { organizationId } = tx.actor;
  const order = sql.raw(`array[${GUARDIAN_TYPES.map((type) => `'${type}'`).join(", ")}]`);
  return tx.db
    .select({
      linkId: studentGuardians.id,
      type: studentGuardians.type,
      relationship: studentGuardians.relationship,
      isPrimaryContact: studentGuardians.isPrimaryContact,
      mayPickUp: studentGuardians.mayPickUp,
      declared: studentGuardians.declared,
      id: guardians.id,
      firstNames: guardians.firstNames,
      lastNames: guardians.lastNames,
      contact: SHOWN_WITH_CONTACT,
      account: { id: users.id, name: users.name, email: users.email },
    })
    .from(studentGuardians)
    .innerJoin(
      guardians,
      and(
        eq(guardians.organizationId, studentGuardians.organizationId),
        eq(guardians.id, studentGuardians.guardianId),
      ),
    )
    .leftJoin(users, and(eq(users.organizationId, organizationId), eq(users.id, guardians.userId)))
    .where(
      and(eq(studentGuardians.organizationId, organizationId), eq(studentGuardians.studentId, studentId)),
    )
    .orderBy(sql`array_position(${order}, ${studentGuardians.type})`);
}

function readAuthorized(tx: TenantTx, studentId: string) {
  return tx.db
    .select({
      id: authorizedPersons.id,
      place: authorizedPersons.place,
      firstNames: authorizedPersons.firstNames,
      lastNames: authorizedPersons.lastNames,
      relationship: authorizedPersons.relationship,
      phones: {
        cedula: authorizedPersons.cedula,
        mobilePhone: authorizedPersons.mobilePhone,
        homePhone: authorizedPersons.homePhone,
        email: authorizedPersons.email,
        notes: authorizedPersons.notes,
      },
    })
    .from(authorizedPersons)
    .where(
      and(
        eq(authorizedPersons.organizationId, tx.actor.organizationId),
        eq(authorizedPersons.studentId, studentId),
      ),
    )
    .orderBy(asc(authorizedPersons.place));
}

const MAX_SIBLINGS = 20;

function readSiblings(tx: TenantTx, studentId: string) {
  const { organizationId } = tx.actor;
  return tx.db
    .select({
      id: students.id,
      firstNames: students.firstNames,
      lastNames: students.lastNames,
      gender: students.gender,
      status: students.status,
      gradeName: grades.name,
      sectionName: sections.name,
    })
    .from(students)
    .leftJoin(grades, and(eq(grades.organizationId, organizationId), eq(grades.id, students.gradeId)))
    .leftJoin(sections, and(eq(sections.organizationId, organizationId), eq(sections.id, students.sectionId)))
    .where(
      and(
        withinReach(tx),
        isNull(students.mergedIntoId),
        ne(students.id, studentId),
        sql`${students.id} in (
          select other.student_id from ${studentGuardians} own join ${studentGuardians} other
            on other.organization_id = own.organization_id and other.guardian_id = own.guardian_id
          where own.organization_id = ${organizationId} and own.student_id = ${studentId})`,
      ),
    )
    .orderBy(asc(students.sortKey), asc(students.id))
    .limit(MAX_SIBLINGS);
}
