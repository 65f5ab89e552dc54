import { emailChanges } from "@/db/schema/core/accounts";
import { atGate, type GateTx } from "@/db/scope";
import type { RequestEmailChangeInput } from "@/domain/account";
import { EMAIL_SIDES, type EmailSide } from "@/domain/email-change";
import { DAY } from "@/lib/duration";
import { newId } from "@/lib/ids";
import { createToken } from "@/lib/tokens";
import { enqueue } from "@/server/adapters/queue";
import { DomainError, notFound } from "@/server/errors";
import { recordGateEvents } from "../audit";
import { cancelOpenChange, findOpenChange } from "./email-change-queries";
import { countEmailChange } from "./limits";
import { holdPassword, provePassword } from "./prove-password";
import { actorOf, findAccountById, type SignedIn } from "./queries";

/**
 * Asks both addresses to confirm a change within 24 hours, in place of any change asked for before. The answer and
 * the work are the same for an address that has an account: only its mailbox learns of it.
 */
export async function requestEmailChange(
  who: SignedIn,
  { email, password }: RequestEmailChangeInput,
): Promise<void> {
  const { account } = who.session;
  const proof = await provePassword(who, password, "password");
  if (email === account.email) throw sameAddress();
  await countEmailChange(account, email, who.ipAddress);
  await atGate({ accountId: account.id }, async (tx) => {
    await holdPassword(tx, proof);
    await cancelOpenChange(tx, account.id);
    // After that: a change that was taking effect at this moment has done so.
    const present = await findAccountById(tx, account.id);
    if (!present || present.email === email) throw sameAddress();
    const id = newId();
    await tx.db.insert(emailChanges).values({
      id,
      accountId: account.id,
      oldEmail: present.email,
      newEmail: email,
      // Of tokens that nobody knows: the jobs put those of the links in their place.
      oldTokenHash: createToken().hash,
      newTokenHash: createToken().hash,
      expiresAt: new Date(Date.now() + DAY),
    });
    await sendLinks(tx, { id, accountId: account.id }, EMAIL_SIDES);
    await record(tx, who, "account.email_change_requested");
  });
}

/** What the account waits for, as its owner sees it; null where nothing is to be changed. */
export async function getEmailChange({ session }: SignedIn) {
  const change = await atGate({ accountId: session.account.id }, (tx) =>
    findOpenChange(tx, session.account.id),
  );
  if (!change) return null;
  const { newEmail, oldConfirmedAt, newConfirmedAt, createdAt, expiresAt } = change;
  return {
    newEmail,
    oldConfirmed: oldConfirmedAt !== null,
    newConfirmed: newConfirmedAt !== null,
    createdAt,
    expiresAt,
  };
}

/** Sends the links anew to whom has not confirmed yet; those sent before work no longer. */
export async function resendEmailChange(who: SignedIn): Promise<void> {
  const { account } = who.session;
  const waiting = await getEmailChange(who);
  if (!waiting) throw notFound();
  await countEmailChange(account, waiting.newEmail, who.ipAddress);
  await atGate({ accountId: account.id }, async (tx) => {
    const change = await findOpenChange(tx, account.id);
    if (!change) throw notFound();
    const missing = EMAIL_SIDES.filter((side) => change[`${side}ConfirmedAt`] === null);
    await sendLinks(tx, change, missing);
    await record(tx, who, "account.email_change_resent");
  });
}

/** Gives the change up; none of its links works any longer. Quiet where there is none. */
export async function cancelEmailChange(who: SignedIn): Promise<void> {
  const { account } = who.session;
  await atGate({ accountId: account.id }, async (tx) => {
    if (await cancelOpenChange(tx, account.id)) await record(tx, who, "account.email_change_cancelled");
  });
}

async function sendLinks(
  tx: GateTx,
  { id, accountId }: { id: string; accountId: string },
  sides: readonly EmailSide[],
): Promise<void> {
  for (const side of sides) await enqueue(tx, "send-account-mail", { emailChangeId: id, accountId, side });
}

// Without the new address: it is the person's own until it takes effect.
async function record(tx: GateTx, who: SignedIn, action: string): Promise<void> {
  const { account, organization } = who.session;
  await recordGateEvents(tx, actorOf(who), organization?.id ?? null, [
    { action, subject: { type: "account", id: account.id, name: account.email } },
  ]);
}

function sameAddress(): DomainError {
  return new DomainError("invalid", "emailChange.same", { field: "email" });
}
