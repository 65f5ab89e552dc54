import { eq, sql } from "drizzle-orm";
import { schoolInvitations } from "@/db/schema/core/onboarding";
import type { GateTx, PlatformTx } from "@/db/scope";
import type { InvitationStatus } from "@/domain/roles";
import { notFound } from "@/server/errors";
import { platformUrl } from "@/server/tenancy/school-url";

/** The status that people see: a pending invitation whose time is up has expired. */
export const shownStatus = sql<InvitationStatus>`case when ${schoolInvitations.status} = 'pending'
  and ${schoolInvitations.expiresAt} <= now() then 'expired' else ${schoolInvitations.status} end`;

/** The invitation of a link. Throws NOT_FOUND for one that never was, or that a newer one has replaced. */
export async function findInvitation(tx: GateTx, tokenHash: string) {
  const [invitation] = await tx.db
    .select({
      id: schoolInvitations.id,
      name: schoolInvitations.name,
      email: schoolInvitations.contactEmail,
      slug: schoolInvitations.slug,
      locale: schoolInvitations.locale,
      status: shownStatus,
      invitedBy: schoolInvitations.invitedBy,
      expiresAt: schoolInvitations.expiresAt,
      organizationId: schoolInvitations.organizationId,
    })
    .from(schoolInvitations)
    .where(eq(schoolInvitations.tokenHash, tokenHash));
  if (!invitation) throw notFound();
  return invitation;
}

export type LockedInvitation = typeof schoolInvitations.$inferSelect;

/** The invitation, held until the transaction ends: whoever else would change or accept it waits. */
export async function lockInvitation(tx: PlatformTx, id: string): Promise<LockedInvitation> {
  const [invitation] = await tx.db
    .select()
    .from(schoolInvitations)
    .where(eq(schoolInvitations.id, id))
    .for("update");
  if (!invitation) throw notFound();
  return invitation;
}

/** How an invitation is named in the log. */
export function subjectOf({ id, name }: { id: string; name: string }) {
  return { type: "school_invitation", id, name };
}

/** The address of an invitation, for its e-mail. */
export function joinUrl(token: string): string {
  return platformUrl(`/join/${token}`);
}
