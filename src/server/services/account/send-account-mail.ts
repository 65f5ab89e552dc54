import { and, eq, gt, isNull } from "drizzle-orm";
import { tokens } from "@/db/schema/core/accounts";
import { atGate } from "@/db/scope";
import { createToken } from "@/lib/tokens";
import {
  renderAlreadyMember,
  renderPasswordChanged,
  renderResetPassword,
  renderVerifyEmail,
} from "@/server/adapters/mail/render";
import { link, readerOf, send } from "./account-mail";
import { findAccount } from "./queries";

const VERIFY_HOURS = 24;
const RESET_MINUTES = 60;

/**
 * Answers a registration or a forgotten password by e-mail: with a link, whose token is made here and stored as a
 * hash alone, or by telling the owner of an account that they have one. Each attempt makes a new token.
 */
export async function sendTokenMail({ tokenId, email }: { tokenId: string; email: string }): Promise<void> {
  const prepared = await atGate({ email }, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(tokens)
      .where(
        and(
          eq(tokens.id, tokenId),
          eq(tokens.email, email),
          isNull(tokens.usedAt),
          gt(tokens.expiresAt, new Date()),
        ),
      );
    if (!row) return undefined;
    const account = await findAccount(tx, email);
    const reader = await readerOf(tx, account, row.payload);
    if (account && row.purpose === "verify_email") return { kind: "alreadyMember" as const, reader };
    if (!account && row.purpose === "reset_password") return undefined;
    const { token, hash } = createToken();
    await tx.db.update(tokens).set({ tokenHash: hash }).where(eq(tokens.id, tokenId));
    return { kind: row.purpose, reader, token };
  });
  if (!prepared) return;
  const { reader } = prepared;
  if (prepared.kind === "alreadyMember")
    return send(email, await renderAlreadyMember({ ...reader, url: link(reader, "/sign-in") }));
  if (prepared.kind === "verify_email") {
    const url = link(reader, "/verify-email", prepared.token);
    return send(email, await renderVerifyEmail({ ...reader, url, hours: VERIFY_HOURS }));
  }
  const url = link(reader, "/reset-password", prepared.token);
  return send(email, await renderResetPassword({ ...reader, url, minutes: RESET_MINUTES }));
}

/** Tells the owner of an account that its password was changed. */
export async function sendPasswordChangedMail({ email, at }: { email: string; at: Date }): Promise<void> {
  const reader = await atGate({ email }, async (tx) => {
    const account = await findAccount(tx, email);
    return account && readerOf(tx, account, null);
  });
  if (!reader) return;
  await send(email, await renderPasswordChanged({ ...reader, url: link(reader, "/forgot-password"), at }));
}
