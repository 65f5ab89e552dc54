import { and, eq } from "drizzle-orm";
import { addressColumn } from "@/db/address-column";
import { organizations } from "@/db/schema/core/organizations";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { type Actor, onPlatform, type PlatformTx } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import { createToken } from "@/lib/tokens";
import { MailError, type Mailer } from "@/server/adapters/mail/message";
import { mailSchool } from "@/server/adapters/mail/render";
import {
  renderTransferCompleted,
  renderTransferDeclined,
  renderTransferLink,
  type TransferMail,
} from "@/server/adapters/mail/render-transfer";
import { schoolUrl } from "@/server/tenancy/school-url";
import { statusOf, type Transfer, updateTransfer } from "./queries";

/** A transfer by the school that its job is stamped with. */
type Which = { organizationId: string; transferId: string };

/**
 * Mails the guardian a link that takes the place of the one before; its token is made here, and stored as a hash alone.
 * Throws where the mail server itself fails, so that the queue tries again; an address that it refuses is marked as
 * failed.
 */
export async function deliverTransferLink(actor: Actor, which: Which, mailer: Mailer): Promise<void> {
  const letter = await onPlatform(actor, (tx) => prepare(tx, which));
  if (!letter) return;
  const { transfer, hash, mail } = letter;
  const { reason, expiresAt } = transfer;
  const rendered = await renderTransferLink({ ...mail, reason, expiresAt });
  const refused = await mailer.send({ to: transfer.guardianEmail, ...rendered }).then(
    () => false,
    (error: unknown) => {
      if (error instanceof MailError && error.permanent) return true;
      throw error;
    },
  );
  await onPlatform(actor, (tx) =>
    tx.db
      .update(studentTransfers)
      .set(refused ? { delivery: "failed" } : { delivery: "sent", lastSentAt: new Date() })
      // One that was sent again meanwhile has a newer link, and a job of its own.
      .where(and(ofWhich(which), eq(studentTransfers.tokenHash, hash))),
  );
}

/** Gives up on what is still queued: it is shown as not delivered, and can be sent again from there. */
export async function giveUpTransferLink(actor: Actor, which: Which): Promise<void> {
  await onPlatform(actor, (tx) =>
    tx.db
      .update(studentTransfers)
      .set({ delivery: "failed" })
      .where(and(ofWhich(which), eq(studentTransfers.delivery, "queued"))),
  );
}

/** Tells the guardian how the transfer ended. Throws MailError where the message cannot leave. */
export async function sendTransferResult(
  actor: Actor,
  { about, ...which }: Which & { about: "completed" | "declined" },
  mailer: Mailer,
): Promise<void> {
  const letter = await onPlatform(actor, async (tx) => {
    const transfer = await lockTransfer(tx, which);
    return transfer?.status === about ? write(tx, transfer) : undefined;
  });
  if (!letter) return;
  const { transfer, mail } = letter;
  const rendered =
    about === "completed"
      ? await renderTransferCompleted(mail)
      : await renderTransferDeclined({ ...mail, reason: transfer.declineReason });
  await mailer.send({ to: transfer.guardianEmail, ...rendered });
}

async function prepare(tx: PlatformTx, which: Which) {
  const transfer = await lockTransfer(tx, which);
  if (transfer?.delivery !== "queued") return undefined;
  if (transfer.status !== "awaiting_guardian") {
    await updateTransfer(tx, transfer, { delivery: "cancelled" });
    return undefined;
  }
  return statusOf(transfer) === "expired" ? undefined : write(tx, transfer);
}

/**
 * A letter to the guardian with a new link, in the look of the sending school. Throws where that is not open: the queue
 * tries again.
 */
async function write(tx: PlatformTx, transfer: Transfer) {
  const [school] = await tx.db
    .select({
      name: organizations.name,
      status: organizations.status,
      address: addressColumn,
      settings: settingsColumn,
    })
    .from(organizations)
    .where(eq(organizations.id, transfer.organizationId));
  if (school?.status !== "active") throw new Error("The school is not active");
  const { token, hash } = createToken();
  await updateTransfer(tx, transfer, { tokenHash: hash });
  const { guardianName: name, studentName: student, toSchoolName: to, sections, locale } = transfer;
  const mail: TransferMail = {
    ...{ locale, name, student, to, sections },
    school: mailSchool(school.name, school.settings),
    url: schoolUrl(school.address, `/transfers/${token}`),
  };
  return { transfer, hash, mail };
}

async function lockTransfer(tx: PlatformTx, which: Which): Promise<Transfer | undefined> {
  const [transfer] = await tx.db.select().from(studentTransfers).where(ofWhich(which)).for("update");
  return transfer;
}

function ofWhich({ organizationId, transferId }: Which) {
  return and(eq(studentTransfers.organizationId, organizationId), eq(studentTransfers.id, transferId));
}
