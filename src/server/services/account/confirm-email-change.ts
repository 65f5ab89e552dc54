import { eq } from "drizzle-orm";
import { emailChanges } from "@/db/schema/core/accounts";
import { atGate, type GateTx } from "@/db/scope";
import { type EmailSide, maskEmail } from "@/domain/email-change";
import { DomainError } from "@/server/errors";
import { type AuditEvent, recordGateEvents } from "../audit";
import { completeEmailChange } from "./complete-email-change";
import { cancelOpenChange, type EmailChange, findByLink, stateOf } from "./email-change-queries";
import { countLinkAttempt } from "./limits";
import { findAccountById, findMembership, gateActor, type Visitor } from "./queries";
import { endSessions } from "./revoke-sessions";
import { linkHash } from "./use-token";

/** A visitor who may be signed in. */
type Confirming = Visitor & { session?: { id: string; account: { id: string } } | undefined };

/** What the holder of a link is shown. Reads alone: programs that open every link change nothing. */
export async function openEmailChange({ token }: { token: string }) {
  const tokenHash = linkHash(token);
  const { change, side } = await atGate({ tokenHash }, (tx) => findByLink(tx, tokenHash));
  return viewOf(change, side);
}

/**
 * Confirms the side that the link was sent to, once, also in parallel. With the second of the two, in either order,
 * the change takes effect: throws `conflict` where somebody else has the new address by now.
 */
export async function confirmEmailChange({ token }: { token: string }, who: Confirming) {
  const tokenHash = linkHash(token);
  await countLinkAttempt(who.ipAddress);
  return atGate({ tokenHash }, async (tx) => {
    const { change, side } = await findByLink(tx, tokenHash, true);
    refuseEnded(change);
    if (change[`${side}ConfirmedAt`]) throw new DomainError("conflict", "link.used");
    const now = new Date();
    const confirmed = { ...change, [`${side}ConfirmedAt`]: now };
    await tx.db
      .update(emailChanges)
      .set({ [`${side}ConfirmedAt`]: now })
      .where(eq(emailChanges.id, change.id));
    if (!confirmed.oldConfirmedAt || !confirmed.newConfirmedAt) {
      await tx.name({ accountId: change.accountId });
      await record(tx, change, who, { action: "account.email_change_confirmed" });
      return viewOf(confirmed, side);
    }
    const keep = who.session?.account.id === change.accountId ? who.session.id : undefined;
    await completeEmailChange(tx, change, { keepSession: keep, from: who });
    return viewOf({ ...confirmed, completedAt: now }, side);
  });
}

/**
 * "It was not me", by the link of the present address: gives up whatever change the account waits for and ends every
 * session, since somebody else knows the password. As long as the link lives, whatever became of its own change.
 */
export async function stopEmailChange(
  { token }: { token: string },
  visitor: Visitor,
): Promise<{ email: string; ended: number }> {
  const tokenHash = linkHash(token);
  await countLinkAttempt(visitor.ipAddress);
  return atGate({ tokenHash }, async (tx) => {
    const { change, side } = await findByLink(tx, tokenHash, true);
    if (side !== "old") throw new DomainError("not_found", "link.invalid");
    if (change.completedAt) throw new DomainError("conflict", "emailChange.done");
    if (change.expiresAt <= new Date()) throw new DomainError("conflict", "link.expired");
    const { accountId } = change;
    await tx.name({ accountId });
    await cancelOpenChange(tx, accountId);
    const ended = await endSessions(tx, accountId);
    await record(tx, change, visitor, {
      action: "account.email_change_stopped",
      after: { sessionsEnded: ended },
    });
    return { email: change.oldEmail, ended };
  });
}

/** Tells of the account, which the transaction has named, without its new address. */
async function record(
  tx: GateTx,
  { accountId, oldEmail }: EmailChange,
  visitor: Visitor,
  event: Pick<AuditEvent, "action" | "after">,
): Promise<void> {
  const account = await findAccountById(tx, accountId);
  const membership = await findMembership(tx, accountId);
  const actor = gateActor({ id: accountId, name: account?.name ?? oldEmail }, membership, visitor);
  await recordGateEvents(tx, actor, membership?.organizationId ?? null, [
    { ...event, subject: { type: "account", id: accountId, name: oldEmail } },
  ]);
}

function refuseEnded(change: EmailChange): void {
  const state = stateOf(change);
  if (state === "done") throw new DomainError("conflict", "link.used");
  if (state === "stopped") throw new DomainError("conflict", "emailChange.stopped");
  if (state === "expired") throw new DomainError("conflict", "link.expired");
}

// The present address knows the new one from its message; the new one may be a stranger's.
function viewOf(change: EmailChange, side: EmailSide) {
  return {
    side,
    state: stateOf(change),
    oldEmail: side === "old" ? change.oldEmail : maskEmail(change.oldEmail),
    newEmail: change.newEmail,
    oldConfirmed: change.oldConfirmedAt !== null,
    newConfirmed: change.newConfirmedAt !== null,
  };
}
