import { users } from "@/db/schema/core/users";
import { type Actor, onPlatform } from "@/db/scope";
import type { TransferUserInput } from "@/domain/platform";
import { newId } from "@/lib/ids";
import { recordEvents } from "../audit";
import { closeMembership, endInvitations, endSessionsAt } from "./close-membership";
import { judgeTransfer } from "./judge-transfer";

/**
 * Moves a person to another school in one transaction: the old membership is closed with its classes, its history
 * stays where it is, a new one opens, and invitations of the address to either school end. Both schools' logs tell it.
 * Returns the new membership's id.
 */
export async function transferUser(actor: Actor, input: TransferUserInput): Promise<{ userId: string }> {
  // To both schools the actor is somebody of the platform.
  const { userId, accountId } = await onPlatform({ ...actor, userId: null }, async (tx) => {
    const { from, to, role, refusal } = await judgeTransfer(tx, input);
    if (refusal) throw refusal;
    const closed = await closeMembership(tx, input, { transferredTo: to.name });
    await tx.enter(from.id, (inside) => endInvitations(inside, closed.email));
    const id = newId();
    const { name, email, sortKey, searchKey, tier } = closed;
    await tx.db.insert(users).values({
      organizationId: to.id,
      id,
      accountId: closed.accountId,
      name,
      email,
      sortKey,
      searchKey,
      tier,
      role,
    });
    await tx.enter(to.id, async (inside) => {
      await endInvitations(inside, email);
      await recordEvents(inside, [
        {
          action: "user.transferred_in",
          subject: { type: "user", id, name },
          after: { role, transferredFrom: from.name },
        },
      ]);
    });
    return { userId: id, accountId: closed.accountId };
  });
  await endSessionsAt(accountId, input.organizationId);
  return { userId };
}
