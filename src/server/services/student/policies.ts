import { and, eq, inArray, type Placeholder, type SQL, sql } from "drizzle-orm";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import { guardians, studentGuardians, students } from "@/db/schema/tenant/students";
import type { OrganizationActor, TenantTx } from "@/db/scope";
import { type StudentReach, studentReach } from "@/domain/permissions";
import { fullName } from "@/domain/student-list";
import { DomainError, notFound } from "@/server/errors";

export type StudentRow = typeof students.$inferSelect;

/** A value, or the place of one in a query that is built once. */
type Given = string | Placeholder;

/**
 * The condition of a reach: all of the school; active students of the classes that the person coaches, by enrolment or
 * by section; the children whose guardian they are; or the own record. Nobody's where there is no person. What was
 * merged into another record is not there but for the whole school's reach.
 */
export function reachCondition(
  reach: StudentReach,
  { organizationId, userId }: { organizationId: Given; userId: Given },
): SQL | undefined {
  const ofSchool = eq(students.organizationId, organizationId);
  if (reach === "organization") return ofSchool;
  if (reach === "none") return sql`false`;
  return and(ofSchool, sql`${students.mergedIntoId} is null`, linked(reach, organizationId, userId));
}

function linked(
  reach: Exclude<StudentReach, "organization" | "none">,
  organizationId: Given,
  userId: Given,
): SQL | undefined {
  if (reach === "self") return eq(students.userId, userId);
  if (reach === "own-children")
    return sql`${students.id} in (
      select sg.student_id from ${studentGuardians} sg
        join ${guardians} g on g.organization_id = sg.organization_id and g.id = sg.guardian_id
      where sg.organization_id = ${organizationId} and g.user_id = ${userId} and g.merged_into_id is null)`;
  const coached = sql`${classes} c join ${classCoaches} k
    on k.organization_id = c.organization_id and k.class_id = c.id and k.user_id = ${userId}`;
  return sql`${students.status} = 'active' and (
    ${students.sectionId} in (
      select c.section_id from ${coached} where c.organization_id = ${organizationId} and c.state = 'active')
    or ${students.userId} in (
      select e.user_id from ${coached} join ${enrollments} e
        on e.organization_id = c.organization_id and e.class_id = c.id and e.state = 'active'
      where c.organization_id = ${organizationId} and c.state = 'active'))`;
}

/** The reach of the actor, who is nobody where they have no place in the school. */
export function reachOf({ role, userId }: Pick<OrganizationActor, "role" | "userId">): StudentReach {
  const reach = studentReach(role);
  return userId === null && reach !== "organization" ? "none" : reach;
}

/** Students within the actor's reach; with merged records for the whole school's. */
export function withinReach({ actor }: Pick<TenantTx, "actor">): SQL | undefined {
  const { organizationId, userId } = actor;
  return reachCondition(reachOf(actor), { organizationId, userId: userId ?? "" });
}

/** Throws NOT_FOUND unless the record is there and within the actor's reach. */
export async function requireStudent(tx: TenantTx, id: string): Promise<StudentRow> {
  const [row] = await tx.db
    .select()
    .from(students)
    .where(and(withinReach(tx), eq(students.id, id)));
  if (!row) throw notFound();
  return row;
}

/** What keeps a record as it is: it was merged into another, or has gone to another school. */
export function closedBy(row: Pick<StudentRow, "mergedIntoId" | "lockedAt">): "merged" | "locked" | null {
  if (row.mergedIntoId !== null) return "merged";
  return row.lockedAt === null ? null : "locked";
}

/**
 * The record, locked, for a change. Throws NOT_FOUND for one that is not there or beyond the actor's reach, and CONFLICT
 * for one that is closed.
 */
export async function lockStudent(tx: TenantTx, id: string): Promise<StudentRow> {
  const row = (await lockStudents(tx, [id])).get(id);
  if (!row) throw notFound();
  requireOpen(row);
  return row;
}

/** Throws CONFLICT for a record that is closed. */
export function requireOpen(row: Parameters<typeof closedBy>[0]): void {
  const closed = closedBy(row);
  if (closed) throw new DomainError("conflict", `student.${closed}`);
}

/** The student as events name whom they are about: all that is done to parts of a record is told of the record. */
export function subjectOf(row: Pick<StudentRow, "id" | "firstNames" | "lastNames">) {
  return { type: "student", id: row.id, name: fullName(row) };
}

/** The records within the actor's reach, locked in the order of their ids; others are left out. */
export async function lockStudents(tx: TenantTx, ids: readonly string[]): Promise<Map<string, StudentRow>> {
  const rows = await tx.db
    .select()
    .from(students)
    .where(and(withinReach(tx), inArray(students.id, [...ids])))
    .orderBy(students.id)
    .for("no key update");
  return new Map(rows.map((row) => [row.id, row]));
}
