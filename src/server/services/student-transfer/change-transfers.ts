import { and, eq, sql } from "drizzle-orm";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { TRANSFER_GUARDIAN_DAYS } from "@/domain/student-transfer-list";
import { DAY } from "@/lib/duration";
import { enqueue } from "@/server/adapters/queue";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockStudent } from "../student";
import { studentSubject, type Transfer } from "./queries";

type Id = { id: string };

/** Mails the guardian a new link in the place of the one before, with fourteen new days. Throws CONFLICT once answered. */
export async function resendTransfer(actor: OrganizationActor, { id }: Id): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const transfer = await lockOutgoing(tx, id);
    const { status, delivery, guardianEmail: email } = transfer;
    if (status !== "awaiting_guardian") throw new DomainError("conflict", "studentTransfer.closed");
    await lockStudent(tx, transfer.studentId);
    await update(tx, id, {
      delivery: "queued",
      expiresAt: new Date(Date.now() + TRANSFER_GUARDIAN_DAYS * DAY),
    });
    // What is queued already has its job: a second one could mail it twice.
    if (delivery !== "queued") await enqueue(tx, "send-transfer-mail", { transferId: id, about: "link" });
    await recordEvents(tx, [
      { action: "transfer.resent", subject: studentSubject(transfer), after: { email } },
    ]);
  });
}

/** Takes a request back, whoever has agreed to it already: the link is dead, and the other school sees it as such. */
export async function withdrawTransfer(actor: OrganizationActor, { id }: Id): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const transfer = await lockOutgoing(tx, id);
    if (transfer.status !== "awaiting_guardian" && transfer.status !== "awaiting_school")
      throw new DomainError("conflict", "studentTransfer.closed");
    await update(tx, id, { status: "withdrawn", closedAt: sql`now()` });
    await recordEvents(tx, [
      {
        action: "transfer.withdrawn",
        subject: studentSubject(transfer),
        after: { school: transfer.toSchoolName },
      },
    ]);
  });
}

/** A transfer from the actor's school, held until the transaction ends. Throws NOT_FOUND. */
async function lockOutgoing(tx: TenantTx, id: string): Promise<Transfer> {
  const [transfer] = await tx.db
    .select()
    .from(studentTransfers)
    .where(and(eq(studentTransfers.organizationId, tx.actor.organizationId), eq(studentTransfers.id, id)))
    .for("update");
  if (!transfer) throw notFound();
  return transfer;
}

type Changes = Parameters<ReturnType<TenantTx["db"]["update"]>["set"]>[0];

async function update(tx: TenantTx, id: string, changes: Changes): Promise<void> {
  await tx.db
    .update(studentTransfers)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(and(eq(studentTransfers.organizationId, tx.actor.organizationId), eq(studentTransfers.id, id)));
}
