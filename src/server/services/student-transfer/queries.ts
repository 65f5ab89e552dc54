import { and, eq, sql } from "drizzle-orm";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import type { PlatformTx } from "@/db/scope";
import type { Notice } from "@/domain/notification-schemas";
import type { TransferStatus } from "@/domain/student-list";
import { DomainError, notFound } from "@/server/errors";

export type Transfer = typeof studentTransfers.$inferSelect;

export const isOpen = sql`${studentTransfers.status} in ('awaiting_guardian', 'awaiting_school')`;

/** The status that people see: an open transfer whose time is up has expired. */
export const shownStatus = sql<TransferStatus>`case when ${isOpen} and ${studentTransfers.expiresAt} <= now()
  then 'expired' else ${studentTransfers.status} end`;

/** As `shownStatus`, of a row that was read. */
export function statusOf({ status, expiresAt }: Pick<Transfer, "status" | "expiresAt">): TransferStatus {
  const isWaiting = status === "awaiting_guardian" || status === "awaiting_school";
  return isWaiting && expiresAt <= new Date() ? "expired" : status;
}

/**
 * A transfer to this school; with `lock`, held until the transaction ends: whoever else decides on it waits. Throws
 * NOT_FOUND for one that goes elsewhere, and before the guardian has agreed.
 */
export async function requireIncoming(
  tx: PlatformTx,
  { toOrganizationId, id }: { toOrganizationId: string; id: string },
  lock = false,
): Promise<Transfer> {
  const query = tx.db
    .select()
    .from(studentTransfers)
    .where(and(eq(studentTransfers.toOrganizationId, toOrganizationId), eq(studentTransfers.id, id)));
  const [transfer] = await (lock ? query.for("update") : query);
  if (!transfer?.guardianAgreedAt) throw notFound();
  return transfer;
}

/** Throws CONFLICT unless the receiving school may decide now. */
export function refuseUnlessDue(transfer: Transfer): void {
  const status = statusOf(transfer);
  if (status === "awaiting_school") return;
  throw new DomainError(
    "conflict",
    status === "expired" ? "studentTransfer.expired" : "studentTransfer.closed",
  );
}

/** How a transfer is named in the logs, before there is a record that it is about in both schools. */
export function subjectOf({ id, studentName }: Pick<Transfer, "id" | "studentName">) {
  return { type: "student_transfer", id, name: studentName };
}

/** How the sending school's log names it: in the history of the student. */
export function studentSubject({ studentId, studentName }: Pick<Transfer, "studentId" | "studentName">) {
  return { type: "student", id: studentId, name: studentName };
}

/** Writes what was decided on a transfer that the transaction holds. */
export async function updateTransfer(
  tx: PlatformTx,
  { organizationId, id }: Pick<Transfer, "organizationId" | "id">,
  changes: Partial<typeof studentTransfers.$inferInsert>,
): Promise<void> {
  await tx.db
    .update(studentTransfers)
    .set({ ...changes, updatedAt: new Date() })
    .where(and(eq(studentTransfers.organizationId, organizationId), eq(studentTransfers.id, id)));
}

type News = Extract<Notice, { kind: "transfers" }>;

/** What a member is told: of the receiving school where a student comes from, of the sending one where to. */
export function newsOf(
  { studentName: student, fromSchoolName, toSchoolName }: Transfer,
  change: News["change"],
): News {
  const school = change === "incoming" ? fromSchoolName : toSchoolName;
  return { kind: "transfers", change, student, school };
}
