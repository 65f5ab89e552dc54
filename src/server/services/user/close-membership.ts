import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema/core/accounts";
import { invitations } from "@/db/schema/core/invitations";
import { apiKeys } from "@/db/schema/core/programs";
import { users } from "@/db/schema/core/users";
import { atGate, type PlatformTx, type TenantTx } from "@/db/scope";
import type { MemberInput } from "@/domain/platform";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { leaveClasses } from "../class";
import { coachedBy, lockActiveMembers, type Member } from "./change-users";

/**
 * Closes one active membership: out of its classes, its keys for programs dead, left from now on. Throws NOT_FOUND
 * where there is none and CONFLICT for the last active ORG_ADMIN of a school.
 */
export async function closeMembership(
  tx: PlatformTx,
  { organizationId, userId }: MemberInput,
  why: Record<string, unknown>,
  action: "user.left" | "user.removed_by_platform" = "user.left",
): Promise<Member> {
  const { byId, admins } = await lockActiveMembers(tx.db, organizationId, [userId]);
  const member = byId.get(userId);
  if (!member) throw notFound();
  if (admins.size === 1 && admins.has(userId)) throw new DomainError("conflict", "user.lastAdmin");
  const leftAt = new Date();
  await tx.db
    .update(users)
    .set({ leftAt, updatedAt: leftAt })
    .where(and(eq(users.organizationId, organizationId), eq(users.id, userId)));
  const keys = await tx.db
    .update(apiKeys)
    .set({ revokedAt: leftAt })
    .where(
      and(
        eq(apiKeys.organizationId, organizationId),
        eq(apiKeys.createdBy, userId),
        isNull(apiKeys.revokedAt),
      ),
    )
    .returning({ id: apiKeys.id, name: apiKeys.name });
  await tx.enter(organizationId, async (inside) => {
    const { coached, enrolled } = await leaveClasses(inside, [userId], leftAt);
    await recordEvents(inside, [
      {
        action,
        subject: { type: "user", id: userId, name: member.name },
        before: {
          role: member.role,
          coached: coachedBy(member, coached),
          enrolled: enrolled.map(({ classId }) => classId),
          ...(keys.length > 0 && { apiKeys: keys.map(({ name }) => name) }),
        },
        after: why,
      },
    ]);
  });
  return member;
}

/** Ends the pending invitations of an address to the school; how many there were. */
export async function endInvitations(tx: TenantTx, email: string): Promise<number> {
  const ended = await tx.db
    .update(invitations)
    .set({ status: "revoked", closedAt: new Date() })
    .where(
      and(
        eq(invitations.organizationId, tx.actor.organizationId),
        eq(invitations.email, email),
        eq(invitations.status, "pending"),
      ),
    )
    .returning({ id: invitations.id });
  await recordEvents(
    tx,
    ended.map(({ id }) => ({
      action: "invitation.revoked",
      subject: { type: "invitation", id, name: email },
    })),
  );
  return ended.length;
}

/** Open sessions of an account at a school's own address. */
export function sessionsAt(accountId: string, organizationId: string) {
  return and(
    eq(sessions.accountId, accountId),
    eq(sessions.organizationId, organizationId),
    isNull(sessions.revokedAt),
  );
}

/**
 * Ends the sessions that somebody who has left a school had opened at its address. They are refused there already,
 * as those of a stranger; so this may follow the transaction that closed the membership.
 */
export async function endSessionsAt(accountId: string, organizationId: string): Promise<void> {
  await atGate({ accountId }, (tx) =>
    tx.db.update(sessions).set({ revokedAt: new Date() }).where(sessionsAt(accountId, organizationId)),
  );
}
