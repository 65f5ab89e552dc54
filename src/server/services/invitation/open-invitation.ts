import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/core/accounts";
import { invitations, invitationTokens } from "@/db/schema/core/invitations";
import { organizations } from "@/db/schema/core/organizations";
import { atGate, type GateTx } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import { hashToken, isToken } from "@/lib/tokens";
import { fileUrl } from "@/server/adapters/storage/storage";
import { notFound } from "@/server/errors";
import { shownStatus } from "./policies";

/** What a link's holder is shown: who invites whom to what, and whether they have an account to sign in with. */
export async function openInvitation({ token }: { token: string }) {
  if (!isToken(token)) throw notFound();
  const tokenHash = hashToken(token);
  return atGate({ tokenHash }, async (tx) => {
    const invitation = await findByToken(tx, tokenHash);
    const [account] = await tx.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.email, invitation.email));
    const { id: _id, organizationId: _organizationId, logoKey, ...shown } = invitation;
    return { ...shown, logoUrl: logoKey && fileUrl(logoKey), hasAccount: account !== undefined };
  });
}

/** The invitation of a link; the gate then also sees its address's account. NOT_FOUND for a link that never was. */
export async function findByToken(tx: GateTx, tokenHash: string) {
  const [link] = await tx.db
    .select({ organizationId: invitationTokens.organizationId, invitationId: invitationTokens.invitationId })
    .from(invitationTokens)
    .where(eq(invitationTokens.tokenHash, tokenHash));
  if (!link) throw notFound();
  await tx.name(link);
  const [invitation] = await tx.db
    .select({
      id: invitations.id,
      organizationId: invitations.organizationId,
      email: invitations.email,
      name: invitations.name,
      role: invitations.role,
      status: shownStatus,
      expiresAt: invitations.expiresAt,
      schoolName: organizations.name,
      logoKey: organizations.logoKey,
      settings: settingsColumn,
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .where(
      and(
        eq(invitations.organizationId, link.organizationId),
        eq(invitations.id, link.invitationId),
        eq(organizations.status, "active"),
      ),
    );
  if (!invitation) throw notFound();
  await tx.name({ email: invitation.email });
  return invitation;
}
