import { and, eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { type Actor, onPlatform, type PlatformTx } from "@/db/scope";
import { mayGiveRole, type Role } from "@/domain/roles";
import { newId } from "@/lib/ids";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { leaveClasses } from "../class";
import { lockActiveMembers } from "./change-users";

export type TransferInput = { organizationId: string; userId: string; toOrganizationId: string; role?: Role };

/**
 * Moves a person to another school in one transaction: the old membership is closed with its classes, its history
 * stays where it is, a new one opens. Both schools' logs tell it. Returns the new membership's id.
 */
export async function transferUser(actor: Actor, input: TransferInput): Promise<{ userId: string }> {
  return onPlatform(actor, async (tx) => {
    const [target] = await tx.db
      .select({ id: organizations.id, name: organizations.name, status: organizations.status })
      .from(organizations)
      .where(eq(organizations.id, input.toOrganizationId));
    if (!target || input.toOrganizationId === input.organizationId) throw notFound();
    if (target.status !== "active") throw new DomainError("conflict", "organization.notActive");
    const closed = await closeMembership(tx, input, { transferredTo: target.name });
    const role = input.role ?? closed.role;
    if (!mayGiveRole(actor.role, role))
      throw new DomainError("forbidden", "user.roleNotAllowed", { field: "role" });
    const userId = newId();
    const { accountId, name, email, sortKey, searchKey, tier } = closed;
    await tx.db.insert(users).values({
      organizationId: target.id,
      id: userId,
      accountId,
      name,
      email,
      sortKey,
      searchKey,
      tier,
      role,
    });
    await tx.enter(target.id, (inside) =>
      recordEvents(inside, [
        { action: "user.transferred_in", subject: { type: "user", id: userId, name }, after: { role } },
      ]),
    );
    return { userId };
  });
}

/**
 * Closes one active membership: out of its classes, left from now on. Throws NOT_FOUND where there is none and
 * CONFLICT for the last active ORG_ADMIN of a school.
 */
export async function closeMembership(
  tx: PlatformTx,
  { organizationId, userId }: { organizationId: string; userId: string },
  why: Record<string, unknown>,
) {
  const { byId, admins } = await lockActiveMembers(tx.db, organizationId, [userId]);
  const member = byId.get(userId);
  if (!member) throw notFound();
  if (admins.size === 1 && admins.has(userId)) throw new DomainError("conflict", "user.lastAdmin");
  const leftAt = new Date();
  await tx.db
    .update(users)
    .set({ leftAt, updatedAt: leftAt })
    .where(and(eq(users.organizationId, organizationId), eq(users.id, userId)));
  await tx.enter(organizationId, async (inside) => {
    await leaveClasses(inside, [userId], leftAt);
    await recordEvents(inside, [
      {
        action: "user.left",
        subject: { type: "user", id: userId, name: member.name },
        before: { role: member.role },
        after: why,
      },
    ]);
  });
  return member;
}
