import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { holdsWords } from "@/db/holds-words";
import { users } from "@/db/schema/core/users";
import { grades, sections } from "@/db/schema/tenant/academics";
import { guardians, studentGuardians, students } from "@/db/schema/tenant/students";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { personTerms } from "@/domain/identity/keys";
import { can } from "@/domain/permissions";
import { notFound } from "@/server/errors";
import { readHistory } from "../audit";
import { studentPhotoUrl } from "../student";

const HISTORY_LENGTH = 20;

/** A person who cares for students: without the income, with the children and what their forms say otherwise. */
export async function getGuardian(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const [[found], children, { rows: history }] = await Promise.all([
      tx.db
        .select({
          guardian: guardians,
          account: { id: users.id, name: users.name, email: users.email },
          mergedIntoName: sql<string | null>`(select m.first_names || ' ' || m.last_names from ${guardians} m
            where m.organization_id = ${organizationId} and m.id = ${guardians}.merged_into_id)`,
        })
        .from(guardians)
        .leftJoin(users, and(eq(users.organizationId, organizationId), eq(users.id, guardians.userId)))
        .where(and(eq(guardians.organizationId, organizationId), eq(guardians.id, id))),
      readChildren(tx, id),
      readHistory(tx, id, { limit: HISTORY_LENGTH }),
    ]);
    if (!found) throw notFound();
    const {
      organizationId: _organization,
      sortKey: _sortKey,
      searchKey: _searchKey,
      imported: _imported,
      monthlyIncome: _income,
      ...person
    } = found.guardian;
    return {
      ...person,
      account: found.account,
      mergedIntoName: found.mergedIntoName,
      children,
      history,
      rights: {
        manage: can(actor.role, "student:manage"),
        edit: can(actor.role, "student:manage") && person.mergedIntoId === null,
        income: can(actor.role, "income:read"),
      },
    };
  });
}

const MAX_CHILDREN = 50;

async function readChildren(tx: TenantTx, guardianId: string) {
  const { organizationId } = tx.actor;
  const rows = await tx.db
    .select({
      linkId: studentGuardians.id,
      type: studentGuardians.type,
      relationship: studentGuardians.relationship,
      isPrimaryContact: studentGuardians.isPrimaryContact,
      mayPickUp: studentGuardians.mayPickUp,
      /** Without what is sensitive, whose reading is recorded. */
      declared: sql<Record<string, unknown>>`${studentGuardians.declared} - 'monthlyIncome'`,
      id: students.id,
      firstNames: students.firstNames,
      lastNames: students.lastNames,
      gender: students.gender,
      status: students.status,
      photoKey: students.photoKey,
      gradeName: grades.name,
      sectionName: sections.name,
    })
    .from(studentGuardians)
    .innerJoin(
      students,
      and(eq(students.organizationId, organizationId), eq(students.id, studentGuardians.studentId)),
    )
    .leftJoin(grades, and(eq(grades.organizationId, organizationId), eq(grades.id, students.gradeId)))
    .leftJoin(sections, and(eq(sections.organizationId, organizationId), eq(sections.id, students.sectionId)))
    .where(
      and(
        eq(studentGuardians.organizationId, organizationId),
        eq(studentGuardians.guardianId, guardianId),
        isNull(students.mergedIntoId),
      ),
    )
    .orderBy(asc(students.sortKey), asc(students.id))
    .limit(MAX_CHILDREN);
  return rows.map(({ photoKey, ...row }) => ({ ...row, photoUrl: studentPhotoUrl(row.id, photoKey) }));
}

const MAX_FOUND = 10;

/** People whom the school knows already, by name or cédula, with the names of the children they care for. */
export async function findGuardians(actor: OrganizationActor, { search }: { search: string }) {
  const terms = personTerms(search);
  if (terms.length === 0) return [];
  return readInOrganization(actor, (tx) => {
    const { organizationId } = actor;
    return tx.db
      .select({
        id: guardians.id,
        firstNames: guardians.firstNames,
        lastNames: guardians.lastNames,
        cedula: guardians.cedula,
        mobilePhone: guardians.mobilePhone,
        children: sql<string[]>`coalesce((
          select json_agg(s.first_names || ' ' || s.last_names order by s.sort_key)
          from ${studentGuardians} sg
            join ${students} s on s.organization_id = sg.organization_id and s.id = sg.student_id
          where sg.organization_id = ${organizationId} and sg.guardian_id = ${guardians}.id
            and s.merged_into_id is null), '[]'::json)`,
      })
      .from(guardians)
      .where(
        and(
          eq(guardians.organizationId, organizationId),
          isNull(guardians.mergedIntoId),
          ...holdsWords(guardians.searchKey, terms),
        ),
      )
      .orderBy(asc(guardians.sortKey), asc(guardians.id))
      .limit(MAX_FOUND);
  });
}
