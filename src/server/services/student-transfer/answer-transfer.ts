import { and, eq, isNull } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { users } from "@/db/schema/core/users";
import { type Actor, atGate, type Origin, onPlatform, type PlatformTx, type TenantTx } from "@/db/scope";
import type { TransferStatus } from "@/domain/student-list";
import type { AnswerTransferInput } from "@/domain/student-transfer";
import { TRANSFER_SCHOOL_DAYS } from "@/domain/student-transfer-list";
import { DAY } from "@/lib/duration";
import { hashToken, isToken } from "@/lib/tokens";
import { DomainError, notFound } from "@/server/errors";
import { countLinkAttempt } from "../account";
import { recordPlatformEvents } from "../audit";
import { notify } from "../notification";
import { newsOf, statusOf, studentSubject, subjectOf, type Transfer, updateTransfer } from "./queries";

/**
 * The guardian's yes or no, by the link that they were mailed: the first answer counts, however often and at once it is
 * given; the same one again changes nothing. With a yes the other school sees the transfer and has thirty days.
 */
export async function answerTransfer(
  { token, answer, reason }: AnswerTransferInput,
  from: Origin,
): Promise<{ status: TransferStatus }> {
  await countLinkAttempt(from.ipAddress);
  if (!isToken(token)) throw notFound();
  const tokenHash = hashToken(token);
  const named = await atGate({ tokenHash }, async ({ db }) => {
    const [row] = await db
      .select({ id: studentTransfers.id, guardianName: studentTransfers.guardianName })
      .from(studentTransfers)
      .where(eq(studentTransfers.tokenHash, tokenHash));
    return row;
  });
  if (!named) throw notFound();
  const guardian: Actor = {
    ...from,
    accountId: null,
    userId: null,
    name: named.guardianName,
    role: "PARENT",
  };
  return onPlatform(guardian, async (tx) => {
    // By the hash again: a newer link may have taken the place of this one.
    const [transfer] = await tx.db
      .select()
      .from(studentTransfers)
      .where(and(eq(studentTransfers.id, named.id), eq(studentTransfers.tokenHash, tokenHash)))
      .for("update");
    if (!transfer) throw notFound();
    if (isSameAgain(transfer, answer)) return { status: statusOf(transfer) };
    refuseAnswered(transfer);
    return answer === "agree" ? agree(tx, transfer) : refuse(tx, transfer, reason);
  });
}

function isSameAgain(
  { status, guardianAgreedAt, declinedBy }: Transfer,
  answer: AnswerTransferInput["answer"],
): boolean {
  if (answer === "refuse") return declinedBy === "guardian";
  return guardianAgreedAt !== null && (status === "awaiting_school" || status === "completed");
}

function refuseAnswered(transfer: Transfer): void {
  const status = statusOf(transfer);
  if (status === "awaiting_guardian") return;
  if (status === "expired") throw new DomainError("conflict", "link.expired");
  if (status === "withdrawn") throw new DomainError("conflict", "studentTransfer.withdrawn");
  throw new DomainError("conflict", "studentTransfer.answered");
}

async function agree(tx: PlatformTx, transfer: Transfer): Promise<{ status: TransferStatus }> {
  const { toOrganizationId, toSchoolName, sections } = transfer;
  const [to] = await tx.db
    .select({ status: organizations.status })
    .from(organizations)
    .where(eq(organizations.id, toOrganizationId));
  if (to?.status !== "active")
    throw new DomainError("conflict", "studentTransfer.toClosed", { values: { school: toSchoolName } });
  const now = new Date();
  const expiresAt = new Date(now.getTime() + TRANSFER_SCHOOL_DAYS * DAY);
  await updateTransfer(tx, transfer, { status: "awaiting_school", guardianAgreedAt: now, expiresAt });
  await recordPlatformEvents(tx, transfer.organizationId, [
    {
      action: "transfer.agreed",
      subject: studentSubject(transfer),
      after: { school: toSchoolName, sections },
    },
  ]);
  await recordPlatformEvents(tx, toOrganizationId, [
    {
      action: "transfer.arrived",
      subject: subjectOf(transfer),
      after: { school: transfer.fromSchoolName, sections },
    },
  ]);
  await tx.enter(toOrganizationId, async (inside) => {
    const notice = newsOf(transfer, "incoming");
    const admins = await readAdmins(inside);
    await notify(
      inside,
      admins.map(({ userId }) => ({ userId, notice })),
    );
  });
  return { status: "awaiting_school" };
}

async function refuse(
  tx: PlatformTx,
  transfer: Transfer,
  reason: string,
): Promise<{ status: TransferStatus }> {
  await updateTransfer(tx, transfer, {
    status: "declined",
    declinedBy: "guardian",
    declineReason: reason,
    closedAt: new Date(),
  });
  await recordPlatformEvents(tx, transfer.organizationId, [
    {
      action: "transfer.refused",
      subject: studentSubject(transfer),
      after: { school: transfer.toSchoolName, reason },
    },
  ]);
  const { requestedByUserId: userId } = transfer;
  if (userId !== null)
    await tx.enter(transfer.organizationId, (inside) =>
      notify(inside, [{ userId, notice: newsOf(transfer, "refused") }]),
    );
  return { status: "declined" };
}

/** Who of the school decides on its students. */
function readAdmins(tx: TenantTx): Promise<{ userId: string }[]> {
  return tx.db
    .select({ userId: users.id })
    .from(users)
    .where(
      and(
        eq(users.organizationId, tx.actor.organizationId),
        eq(users.role, "ORG_ADMIN"),
        eq(users.status, "active"),
        isNull(users.leftAt),
      ),
    );
}
