import { eq, sql } from "drizzle-orm";
import { violatedUnique } from "@/db/errors";
import { schoolInvitations } from "@/db/schema/core/onboarding";
import { type Actor, onPlatform, type PlatformTx } from "@/db/scope";
import { SCHOOL_INVITATION_DAYS } from "@/domain/onboarding-list";
import { DAY } from "@/lib/duration";
import { enqueue } from "@/server/adapters/queue";
import { DomainError } from "@/server/errors";
import { recordPlatformEvents } from "../audit";
import { type LockedInvitation, lockInvitation, subjectOf } from "./queries";

type Id = { id: string };

/** Mails a pending or expired invitation again, with thirty new days and a new link in the place of the one before. */
export async function resendSchoolInvitation(actor: Actor, { id }: Id): Promise<void> {
  await change(actor, id, "platform.school_invitation_resent", async (tx, { status, delivery }) => {
    if (status !== "pending") throw new DomainError("conflict", "schoolInvitation.closed");
    const expiresAt = new Date(Date.now() + SCHOOL_INVITATION_DAYS * DAY);
    await update(tx, id, { delivery: "queued", expiresAt });
    // What is queued already has its job: a second one could mail it twice.
    if (delivery !== "queued") await enqueue(tx, "send-school-invitation", { invitationId: id });
  });
}

/** Ends a pending or expired invitation: its link is dead from now on. */
export async function revokeSchoolInvitation(actor: Actor, { id }: Id): Promise<void> {
  await change(actor, id, "platform.school_invitation_revoked", async (tx, { status }) => {
    if (status !== "pending") throw new DomainError("conflict", "schoolInvitation.closed");
    await update(tx, id, { status: "revoked", closedAt: sql`now()` });
  });
}

/** Takes a revocation back: the link that was mailed works again, as long as it would have. */
export async function restoreSchoolInvitation(actor: Actor, { id }: Id): Promise<void> {
  await change(actor, id, "platform.school_invitation_restored", async (tx, invitation) => {
    if (invitation.status !== "revoked") throw new DomainError("conflict", "schoolInvitation.closed");
    // Its mail may have been held back in the meantime.
    const isHeld = invitation.delivery === "cancelled";
    try {
      await update(tx, id, { status: "pending", closedAt: null, ...(isHeld && { delivery: "queued" }) });
    } catch (error) {
      if (violatedUnique(error) !== "school_invitations_one_pending") throw error;
      const { name, contactEmail: email } = invitation;
      throw new DomainError("conflict", "schoolInvitation.alreadyInvited", { values: { name, email } });
    }
    if (isHeld) await enqueue(tx, "send-school-invitation", { invitationId: id });
  });
}

async function change(
  actor: Actor,
  id: string,
  action: string,
  act: (tx: PlatformTx, invitation: LockedInvitation) => Promise<void>,
): Promise<void> {
  await onPlatform(actor, async (tx) => {
    const invitation = await lockInvitation(tx, id);
    await act(tx, invitation);
    const after = { email: invitation.contactEmail };
    await recordPlatformEvents(tx, null, [{ action, subject: subjectOf(invitation), after }]);
  });
}

type Changes = Parameters<ReturnType<PlatformTx["db"]["update"]>["set"]>[0];

function update(tx: PlatformTx, id: string, changes: Changes) {
  return tx.db.update(schoolInvitations).set(changes).where(eq(schoolInvitations.id, id));
}
