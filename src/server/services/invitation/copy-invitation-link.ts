import { and, eq } from "drizzle-orm";
import { addressColumn } from "@/db/address-column";
import { invitations, invitationTokens } from "@/db/schema/core/invitations";
import { organizations } from "@/db/schema/core/organizations";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { mayGiveRole } from "@/domain/roles";
import { newId } from "@/lib/ids";
import { createToken } from "@/lib/tokens";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { invitationUrl } from "./invitation-url";
import { shownStatus, withinReach } from "./policies";

/**
 * A further link to a pending invitation, for handing on by other means; links sent before go on working. Whoever
 * holds a link can take what it gives: throws FORBIDDEN for a role that the actor may not give.
 */
export async function copyInvitationLink(
  actor: OrganizationActor,
  { id }: { id: string },
): Promise<{ url: string }> {
  return inOrganization(actor, async (tx) => {
    const [found] = await tx.db
      .select({
        id: invitations.id,
        email: invitations.email,
        role: invitations.role,
        address: addressColumn,
      })
      .from(invitations)
      .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
      .where(and(await withinReach(tx), eq(invitations.id, id), eq(shownStatus, "pending")));
    if (!found) throw notFound();
    if (!mayGiveRole(actor.role, found.role)) throw new DomainError("forbidden", "user.roleNotAllowed");
    const { token, hash } = createToken();
    const { organizationId } = actor;
    await tx.db
      .insert(invitationTokens)
      .values({ organizationId, id: newId(), invitationId: id, tokenHash: hash });
    const subject = { type: "invitation", id, name: found.email };
    await recordEvents(tx, [{ action: "invitation.link_copied", subject }]);
    return { url: invitationUrl(found.address, token) };
  });
}
