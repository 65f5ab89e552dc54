import { and, eq } from "drizzle-orm";
import { emailChanges } from "@/db/schema/core/accounts";
import { atGate, type GateTx } from "@/db/scope";
import type { EmailSide } from "@/domain/email-change";
import { createToken } from "@/lib/tokens";
import {
  renderEmailChanged,
  renderEmailChangeNew,
  renderEmailChangeOld,
  renderEmailTaken,
} from "@/server/adapters/mail/render-email-change";
import { link, readerOf, send } from "./account-mail";
import { type EmailChange, stateOf } from "./email-change-queries";
import { findAccount, findAccountById } from "./queries";

export type EmailChangeMail = { emailChangeId: string; accountId: string; side: EmailSide };

const HOURS = 24;

/**
 * Mails one side of a change its link, whose token is made here and stored as a hash alone. A new address that has
 * an account gets a notice without a link in its place. Quiet where that side has confirmed, or the change has ended.
 */
export async function sendEmailChangeLink(mail: EmailChangeMail): Promise<void> {
  const { accountId, side } = mail;
  const letter = await atGate({ accountId }, async (tx) => {
    const change = await lockChange(tx, mail);
    const account = change && (await findAccountById(tx, accountId));
    if (!account || stateOf(change) !== "open" || change[`${side}ConfirmedAt`]) return undefined;
    const owner = side === "new" ? await ownerOf(tx, change.newEmail) : undefined;
    if (owner) return { kind: "taken" as const, change, reader: await readerOf(tx, owner, null) };
    const { token, hash } = createToken();
    await tx.db
      .update(emailChanges)
      .set({ [`${side}TokenHash`]: hash })
      .where(eq(emailChanges.id, change.id));
    return { kind: side, change, token, reader: await readerOf(tx, account, null) };
  });
  if (!letter) return;
  const { change, reader } = letter;
  const { oldEmail, newEmail } = change;
  if (letter.kind === "taken")
    return send(newEmail, await renderEmailTaken({ ...reader, url: link(reader, "/sign-in") }));
  const url = link(reader, "/confirm-email", letter.token);
  const parts = { ...reader, oldEmail, newEmail, url, hours: HOURS };
  if (letter.kind === "new") return send(newEmail, await renderEmailChangeNew(parts));
  return send(oldEmail, await renderEmailChangeOld({ ...parts, stopUrl: `${url}&answer=stop` }));
}

/** Tells one side that the change took effect. */
export async function sendEmailChangedMail(mail: EmailChangeMail): Promise<void> {
  const letter = await atGate({ accountId: mail.accountId }, async (tx) => {
    const change = await lockChange(tx, mail);
    const account = change && (await findAccountById(tx, mail.accountId));
    return account && { change, reader: await readerOf(tx, account, null) };
  });
  if (!letter) return;
  const { oldEmail, newEmail } = letter.change;
  await send(
    mail.side === "old" ? oldEmail : newEmail,
    await renderEmailChanged({ ...letter.reader, oldEmail, newEmail, url: link(letter.reader, "/sign-in") }),
  );
}

async function lockChange(
  tx: GateTx,
  { emailChangeId, accountId }: EmailChangeMail,
): Promise<EmailChange | undefined> {
  const [change] = await tx.db
    .select()
    .from(emailChanges)
    .where(and(eq(emailChanges.id, emailChangeId), eq(emailChanges.accountId, accountId)))
    .for("update");
  return change;
}

async function ownerOf(tx: GateTx, email: string) {
  await tx.name({ email });
  return findAccount(tx, email);
}
