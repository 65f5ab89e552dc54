import { and, eq, inArray } from "drizzle-orm";
import { guardians, studentGuardians } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { DomainError, notFound } from "@/server/errors";
import { lockStudent, type StudentRow } from "../student";

export type GuardianRow = typeof guardians.$inferSelect;
export type LinkRow = typeof studentGuardians.$inferSelect;

/** The person, locked, for a change. Throws NOT_FOUND, and CONFLICT for one that was merged into another. */
export async function lockGuardian(tx: TenantTx, id: string): Promise<GuardianRow> {
  const [row] = await tx.db
    .select()
    .from(guardians)
    .where(and(eq(guardians.organizationId, tx.actor.organizationId), eq(guardians.id, id)))
    .for("no key update");
  if (!row) throw notFound();
  if (row.mergedIntoId !== null) throw new DomainError("conflict", "guardian.merged");
  return row;
}

/** The people with these ids, locked in their order, those that were merged into others too; others are left out. */
export async function lockGuardians(tx: TenantTx, ids: readonly string[]): Promise<Map<string, GuardianRow>> {
  const rows = await tx.db
    .select()
    .from(guardians)
    .where(and(eq(guardians.organizationId, tx.actor.organizationId), inArray(guardians.id, [...ids])))
    .orderBy(guardians.id)
    .for("no key update");
  return new Map(rows.map((row) => [row.id, row]));
}

/** A student with all their guardians, locked by the student's row, which puts all changes of a family in a row. */
export type HeldFamily = { student: StudentRow; links: LinkRow[] };

/** Throws as `lockStudent`. */
export async function lockFamily(tx: TenantTx, studentId: string): Promise<HeldFamily> {
  const student = await lockStudent(tx, studentId);
  return { student, links: await readLinks(tx, studentId) };
}

/** The family of the tie, locked, and the tie itself. Throws NOT_FOUND, also where somebody was faster to undo it. */
export async function lockLink(
  tx: TenantTx,
  linkId: string,
): Promise<HeldFamily & { link: LinkRow; guardian: GuardianRow }> {
  const { organizationId } = tx.actor;
  const [asked] = await tx.db
    .select({ studentId: studentGuardians.studentId })
    .from(studentGuardians)
    .where(and(eq(studentGuardians.organizationId, organizationId), eq(studentGuardians.id, linkId)));
  if (!asked) throw notFound();
  const family = await lockFamily(tx, asked.studentId);
  const link = family.links.find(({ id }) => id === linkId);
  if (!link) throw notFound();
  return { ...family, link, guardian: await lockGuardian(tx, link.guardianId) };
}

/** The ties of a student to guardians. */
export function readLinks(tx: TenantTx, studentId: string): Promise<LinkRow[]> {
  return tx.db
    .select()
    .from(studentGuardians)
    .where(
      and(
        eq(studentGuardians.organizationId, tx.actor.organizationId),
        eq(studentGuardians.studentId, studentId),
      ),
    );
}
