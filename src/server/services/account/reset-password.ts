import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { accountPasswords, accounts, tokens } from "@/db/schema/core/accounts";
import { atGate } from "@/db/scope";
import { passwordProblem, resetPasswordInput } from "@/domain/account";
import { hashPassword } from "@/lib/password-hash";
import { enqueue } from "@/server/adapters/queue";
import { DomainError } from "@/server/errors";
import { recordGateEvents } from "../audit";
import { cancelOpenChange } from "./email-change-queries";
import { countLinkAttempt, forgetPasswordAttempts } from "./limits";
import { findAccount, findMembership, gateActor, type Visitor } from "./queries";
import { endSessions } from "./revoke-sessions";
import { linkHash, useToken } from "./use-token";

/** Sets a new password by a link, which is used up with all others like it; every session of the account ends. */
export async function resetPassword(
  given: z.input<typeof resetPasswordInput>,
  visitor: Visitor,
): Promise<{ email: string }> {
  const { token, password } = resetPasswordInput.parse(given);
  const tokenHash = linkHash(token);
  await countLinkAttempt(visitor.ipAddress);
  const passwordHash = await hashPassword(password);
  const done = await atGate({ tokenHash }, async (tx) => {
    const { email } = await useToken(tx, tokenHash, "reset_password");
    await tx.name({ email });
    const account = await findAccount(tx, email);
    if (!account) throw new DomainError("not_found", "link.invalid");
    if (passwordProblem(password, email))
      throw new DomainError("invalid", "password.isEmail", { field: "password" });
    await tx.name({ accountId: account.id });
    const now = new Date();
    await tx.db
      .insert(accountPasswords)
      .values({ accountId: account.id, passwordHash })
      .onConflictDoUpdate({ target: accountPasswords.accountId, set: { passwordHash, updatedAt: now } });
    // Who followed the link has shown that the mailbox is theirs.
    await tx.db
      .update(accounts)
      .set({ emailVerifiedAt: now })
      .where(and(eq(accounts.id, account.id), isNull(accounts.emailVerifiedAt)));
    await tx.db
      .update(tokens)
      .set({ usedAt: now })
      .where(and(eq(tokens.email, email), eq(tokens.purpose, "reset_password"), isNull(tokens.usedAt)));
    await endSessions(tx, account.id);
    // Who had the old password may have asked for another address.
    await cancelOpenChange(tx, account.id);
    const membership = await findMembership(tx, account.id);
    await recordGateEvents(tx, gateActor(account, membership, visitor), membership?.organizationId ?? null, [
      { action: "account.password_reset", subject: { type: "account", id: account.id, name: email } },
    ]);
    await enqueue(tx, "send-account-mail", { notice: "password-changed", email });
    return { email };
  });
  await forgetPasswordAttempts(done.email);
  return done;
}
