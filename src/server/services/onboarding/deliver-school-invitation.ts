import { and, eq, sql } from "drizzle-orm";
import { schoolInvitations } from "@/db/schema/core/onboarding";
import { organizations } from "@/db/schema/core/organizations";
import { type Actor, onPlatform } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import { localeSchema } from "@/domain/preference-schemas";
import { DEFAULT_SETTINGS } from "@/domain/setting-list";
import { createToken } from "@/lib/tokens";
import { MailError, type Mailer } from "@/server/adapters/mail/message";
import { mailSchool } from "@/server/adapters/mail/render";
import { renderSchoolInvitation } from "@/server/adapters/mail/render-school-invitation";
import { joinUrl, lockInvitation } from "./queries";

type Delivery = { invitationId: string };

/**
 * Mails one invitation with a link that takes the place of the one before; its token is made here, and stored as a
 * hash alone. Throws where the mail server itself fails, so that the queue tries again; an address that it refuses is
 * marked as failed.
 */
export async function deliverSchoolInvitation(
  actor: Actor,
  { invitationId }: Delivery,
  mailer: Mailer,
): Promise<void> {
  const letter = await prepare(actor, invitationId);
  if (!letter) return;
  const { to, token, hash, ...words } = letter;
  const url = joinUrl(token);
  const refused = await mailer.send({ to, ...(await renderSchoolInvitation({ ...words, url })) }).then(
    () => false,
    (error: unknown) => {
      if (error instanceof MailError && error.permanent) return true;
      throw error;
    },
  );
  const sent = { sendCount: sql`${schoolInvitations.sendCount} + 1`, lastSentAt: sql`now()` };
  await onPlatform(actor, (tx) =>
    tx.db
      .update(schoolInvitations)
      .set(refused ? { delivery: "failed" } : { delivery: "sent", ...sent })
      // One that was sent again meanwhile has a newer link, and a job of its own.
      .where(and(eq(schoolInvitations.id, invitationId), eq(schoolInvitations.tokenHash, hash))),
  );
}

/** Gives up on what is still queued: it is shown as not delivered, and can be sent again from there. */
export async function giveUpSchoolInvitation(actor: Actor, { invitationId }: Delivery): Promise<void> {
  await onPlatform(actor, (tx) =>
    tx.db
      .update(schoolInvitations)
      .set({ delivery: "failed" })
      .where(and(eq(schoolInvitations.id, invitationId), eq(schoolInvitations.delivery, "queued"))),
  );
}

async function prepare(actor: Actor, id: string) {
  return onPlatform(actor, async (tx) => {
    const invitation = await lockInvitation(tx, id);
    if (invitation.delivery !== "queued" || invitation.expiresAt <= new Date()) return undefined;
    if (invitation.status !== "pending") {
      await tx.db
        .update(schoolInvitations)
        .set({ delivery: "cancelled" })
        .where(eq(schoolInvitations.id, id));
      return undefined;
    }
    const [master] = await tx.db
      .select({ name: organizations.name, settings: settingsColumn })
      .from(organizations)
      .where(sql`${organizations.kind} = 'master'`);
    const { token, hash } = createToken();
    await tx.db.update(schoolInvitations).set({ tokenHash: hash }).where(eq(schoolInvitations.id, id));
    return {
      to: invitation.contactEmail,
      token,
      hash,
      locale: localeSchema.catch("es").parse(invitation.locale),
      school: mailSchool(master?.name ?? "Homeroom", master?.settings ?? DEFAULT_SETTINGS),
      inviterName: invitation.invitedBy,
      invitedSchool: invitation.name,
      expiresAt: invitation.expiresAt,
    };
  });
}
