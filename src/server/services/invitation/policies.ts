import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/core/invitations";
import type { TenantTx } from "@/db/scope";
import { EXPIRING_DAYS } from "@/domain/invitation";
import { invitationReach } from "@/domain/permissions";
import type { InvitationStatus } from "@/domain/roles";
import { ownClassIds } from "../class";

/** The status that people see: a pending invitation whose time is up has expired. */
export const shownStatus = sql<InvitationStatus>`case when ${invitations.status} = 'pending'
  and ${invitations.expiresAt} <= now() then 'expired' else ${invitations.status} end`;

/** Waits for an answer still. */
export const isPending = sql`${invitations.status} = 'pending' and ${invitations.expiresAt} > now()`;

/** Pending invitations that ask for something, by what it is. */
export const dueInvitations = {
  expiring: sql<boolean>`${isPending} and ${invitations.expiresAt} <= now() + ${`${EXPIRING_DAYS} days`}::interval`,
  undelivered: sql<boolean>`${isPending} and ${invitations.delivery} = 'failed'`,
};

/** Invitations within the actor's reach: an admin's all, a coach's those into their own classes. */
export async function withinReach(tx: TenantTx): Promise<SQL | undefined> {
  const ofSchool = eq(invitations.organizationId, tx.actor.organizationId);
  if (invitationReach(tx.actor.role) === "organization") return ofSchool;
  const own = [...(await ownClassIds(tx))];
  return own.length === 0 ? sql`false` : and(ofSchool, inArray(invitations.classId, own));
}
