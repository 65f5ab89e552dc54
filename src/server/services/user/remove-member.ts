import { type Actor, onPlatform } from "@/db/scope";
import type { MemberInput } from "@/domain/platform";
import { DomainError } from "@/server/errors";
import { closeMembership, endSessionsAt } from "./close-membership";

/** Closes a person's membership of any school, as the platform. Throws as `closeMembership` does. */
export async function removeMember(actor: Actor, input: MemberInput): Promise<void> {
  const accountId = await onPlatform({ ...actor, userId: null }, async (tx) => {
    const closed = await closeMembership(tx, input, {}, "user.removed_by_platform");
    if (closed.accountId === actor.accountId) throw new DomainError("conflict", "user.yourself");
    return closed.accountId;
  });
  await endSessionsAt(accountId, input.organizationId);
}
