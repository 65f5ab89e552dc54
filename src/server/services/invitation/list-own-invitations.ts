import { and, asc, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/core/accounts";
import { invitations } from "@/db/schema/core/invitations";
import { users } from "@/db/schema/core/users";
import { classes } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { isPending } from "./policies";

/** Invitations of the actor's school to the actor's own address that wait for an answer, the first to expire first. */
export async function listOwnInvitations(actor: OrganizationActor) {
  const { accountId } = actor;
  if (accountId === null) return [];
  return readInOrganization(actor, (tx) =>
    tx.db
      .select({
        id: invitations.id,
        role: invitations.role,
        className: classes.name,
        invitedBy: users.name,
        sentAt: invitations.lastSentAt,
        expiresAt: invitations.expiresAt,
      })
      .from(invitations)
      // Of the accounts a school sees the actor's alone.
      .innerJoin(accounts, and(eq(accounts.email, invitations.email), eq(accounts.id, accountId)))
      .leftJoin(
        users,
        and(eq(users.organizationId, invitations.organizationId), eq(users.id, invitations.invitedBy)),
      )
      .leftJoin(
        classes,
        and(eq(classes.organizationId, invitations.organizationId), eq(classes.id, invitations.classId)),
      )
      .where(and(eq(invitations.organizationId, actor.organizationId), isPending))
      .orderBy(asc(invitations.expiresAt), asc(invitations.id))
      .limit(20),
  );
}
