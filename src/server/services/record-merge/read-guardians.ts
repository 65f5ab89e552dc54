import { and, asc, eq, inArray } from "drizzle-orm";
import { guardians, studentGuardians, students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { fullName } from "@/domain/student-list";
import { DomainError, notFound } from "@/server/errors";
import { type GuardianRow, lockGuardians } from "../guardian";
import { lockStudents } from "../student";

/** A tie of one of the two to a child; those of a record that has gone to another school stay as they are. */
export type ChildLink = typeof studentGuardians.$inferSelect & { name: string; isLocked: boolean };
export type GuardianSide = { row: GuardianRow; links: ChildLink[] };
export type GuardianPair = Record<"kept" | "merged", GuardianSide>;
type Ids = { keptId: string; mergedId: string };

/**
 * Both people with the children they are tied to. With `lock`, everything is held: first the children in the order of
 * their ids, as whoever changes a family does, then the people. Throws NOT_FOUND, and CONFLICT where a child came to one
 * of them meanwhile.
 */
export async function readGuardianPair(tx: TenantTx, ids: Ids, { lock = false } = {}): Promise<GuardianPair> {
  const both = [ids.keptId, ids.mergedId];
  const held = lock ? await lockStudents(tx, await childIds(tx, both)) : undefined;
  const rows = lock ? await lockGuardians(tx, both) : await readRows(tx, both);
  const [kept, merged] = [rows.get(ids.keptId), rows.get(ids.mergedId)];
  if (!kept || !merged) throw notFound();
  const links = await readLinks(tx, both);
  if (held && links.some(({ studentId }) => !held.has(studentId)))
    throw new DomainError("conflict", "merge.changed");
  const side = (row: GuardianRow) => ({
    row,
    links: links.filter(({ guardianId }) => guardianId === row.id),
  });
  return { kept: side(kept), merged: side(merged) };
}

/** The students who are tied to one of these people. */
export async function childIds(tx: TenantTx, guardianIds: readonly string[]): Promise<string[]> {
  const rows = await tx.db
    .selectDistinct({ id: studentGuardians.studentId })
    .from(studentGuardians)
    .where(
      and(
        eq(studentGuardians.organizationId, tx.actor.organizationId),
        inArray(studentGuardians.guardianId, [...guardianIds]),
      ),
    );
  return rows.map(({ id }) => id);
}

async function readRows(tx: TenantTx, ids: readonly string[]): Promise<Map<string, GuardianRow>> {
  const rows = await tx.db
    .select()
    .from(guardians)
    .where(and(eq(guardians.organizationId, tx.actor.organizationId), inArray(guardians.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row]));
}

async function readLinks(tx: TenantTx, guardianIds: readonly string[]): Promise<ChildLink[]> {
  const { organizationId } = tx.actor;
  const rows = await tx.db
    .select({
      link: studentGuardians,
      child: {
        firstNames: students.firstNames,
        lastNames: students.lastNames,
        lockedAt: students.lockedAt,
      },
    })
    .from(studentGuardians)
    .innerJoin(
      students,
      and(eq(students.organizationId, organizationId), eq(students.id, studentGuardians.studentId)),
    )
    .where(
      and(
        eq(studentGuardians.organizationId, organizationId),
        inArray(studentGuardians.guardianId, [...guardianIds]),
      ),
    )
    .orderBy(asc(students.sortKey), asc(studentGuardians.id));
  return rows.map(({ link, child }) => ({
    ...link,
    name: fullName(child),
    isLocked: child.lockedAt !== null,
  }));
}
