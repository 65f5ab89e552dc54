import { and, asc, desc, eq, inArray, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { instantFrom, microsecondsOf, microsecondsSchema } from "@/db/microseconds";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import type { ListTransfersInput } from "@/domain/student-transfer";
import type { TransferDirection } from "@/domain/student-transfer-list";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { notFound } from "@/server/errors";
import { isOpen, shownStatus, statusOf, type Transfer } from "./queries";

const MAX_ARRIVING = 100;

const positionSchema = z.object({ at: microsecondsSchema, id: z.uuid(), index: z.number().int().min(0) });

/** One page of the transfers from the school, or to it, newest first. `from` is the rank of its first row, from 1. */
export async function listTransfers(actor: OrganizationActor, input: ListTransfersInput) {
  const { direction, statuses, limit, cursor } = input;
  const position = cursor === undefined ? undefined : decodeCursor(positionSchema, cursor);
  const found = await readInOrganization(actor, (tx) =>
    tx.db
      .select({ transfer: studentTransfers, microseconds: microsecondsOf(studentTransfers.createdAt) })
      .from(studentTransfers)
      .where(
        and(
          ofSchool(tx, direction),
          statuses.length > 0 ? inArray(shownStatus, statuses) : undefined,
          position &&
            sql`(${studentTransfers.createdAt}, ${studentTransfers.id})
              < (${instantFrom(position.at)}, ${position.id}::uuid)`,
        ),
      )
      .orderBy(desc(studentTransfers.createdAt), desc(studentTransfers.id))
      .limit(limit + 1),
  );
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const index = position?.index ?? 0;
  const nextCursor =
    last && found.length > limit
      ? encodeCursor({ at: last.microseconds, id: last.transfer.id, index: index + page.length })
      : null;
  return { rows: page.map(({ transfer }) => viewOf(transfer, direction)), from: index + 1, nextCursor };
}

/** How many transfers wait for an answer: of the school itself, and of others. */
export async function countOpenTransfers(
  actor: OrganizationActor,
): Promise<Record<TransferDirection, number>> {
  return readInOrganization(actor, async (tx) => {
    const count = (direction: TransferDirection) =>
      tx.db.$count(studentTransfers, and(ofSchool(tx, direction), isOpen, ne(shownStatus, "expired")));
    const [incoming, outgoing] = await Promise.all([count("incoming"), count("outgoing")]);
    return { incoming, outgoing };
  });
}

/** Students who wait for the school's yes or no, who has waited longest first. */
export async function readArriving(tx: TenantTx): Promise<{ id: string; name: string }[]> {
  return tx.db
    .select({ id: studentTransfers.id, name: studentTransfers.studentName })
    .from(studentTransfers)
    .where(and(ofSchool(tx, "incoming"), eq(shownStatus, "awaiting_school")))
    .orderBy(asc(studentTransfers.guardianAgreedAt), asc(studentTransfers.id))
    .limit(MAX_ARRIVING);
}

/** One transfer from the school, or to it. Throws NOT_FOUND. */
export async function getTransfer(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const find = (direction: TransferDirection) =>
      tx.db
        .select()
        .from(studentTransfers)
        .where(and(ofSchool(tx, direction), eq(studentTransfers.id, id)));
    const [[incoming], [outgoing]] = await Promise.all([find("incoming"), find("outgoing")]);
    if (incoming) return viewOf(incoming, "incoming");
    if (outgoing) return viewOf(outgoing, "outgoing");
    throw notFound();
  });
}

/** The transfers of a direction that the actor's school may know of. */
export function ofSchool(tx: TenantTx, direction: TransferDirection): SQL | undefined {
  const { organizationId } = tx.actor;
  if (direction === "outgoing") return eq(studentTransfers.organizationId, organizationId);
  return and(
    eq(studentTransfers.toOrganizationId, organizationId),
    isNotNull(studentTransfers.guardianAgreedAt),
  );
}

/**
 * A transfer as one of its schools sees it. The receiving one is told the name, where from, and which sections; the rest
 * once it has taken the student in.
 */
function viewOf(transfer: Transfer, direction: TransferDirection) {
  const isOutgoing = direction === "outgoing";
  const { guardianName, guardianEmail, delivery, lastSentAt, reason } = transfer;
  return {
    id: transfer.id,
    direction,
    studentName: transfer.studentName,
    /** The other one. */
    school: isOutgoing ? transfer.toSchoolName : transfer.fromSchoolName,
    sections: transfer.sections,
    lastDay: transfer.lastDay,
    status: statusOf(transfer),
    declinedBy: transfer.declinedBy,
    declineReason: transfer.declineReason,
    decidedBy: transfer.decidedBy,
    agreedAt: transfer.guardianAgreedAt,
    closedAt: transfer.closedAt,
    expiresAt: transfer.expiresAt,
    createdAt: transfer.createdAt,
    filesPending: transfer.filesPending,
    /** The record in the school that looks. */
    recordId: isOutgoing ? transfer.studentId : transfer.receivedStudentId,
    reason: isOutgoing || transfer.status === "completed" ? reason : null,
    asked: isOutgoing
      ? { guardianName, guardianEmail, delivery, lastSentAt, requestedBy: transfer.requestedBy }
      : null,
  };
}
