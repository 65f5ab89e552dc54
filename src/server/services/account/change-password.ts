import { eq } from "drizzle-orm";
import { accountPasswords } from "@/db/schema/core/accounts";
import { atGate } from "@/db/scope";
import { type ChangePasswordInput, passwordProblem } from "@/domain/account";
import { hashPassword } from "@/lib/password-hash";
import { enqueue } from "@/server/adapters/queue";
import { DomainError } from "@/server/errors";
import { recordGateEvents } from "../audit";
import { holdPassword, provePassword } from "./prove-password";
import { actorOf, type SignedIn } from "./queries";
import { endSessions } from "./revoke-sessions";

/** Sets a new password for who knows the present one; all other sessions of the account end. */
export async function changePassword(
  who: SignedIn,
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<{ ended: number }> {
  const { account, organization } = who.session;
  if (passwordProblem(newPassword, account.email))
    throw new DomainError("invalid", "password.isEmail", { field: "newPassword" });
  const proof = await provePassword(who, currentPassword, "currentPassword");
  const passwordHash = await hashPassword(newPassword);
  return atGate({ accountId: account.id }, async (tx) => {
    // Of two changes at once the second no longer knows the present password.
    await holdPassword(tx, proof);
    await tx.db
      .update(accountPasswords)
      .set({ passwordHash, updatedAt: new Date() })
      .where(eq(accountPasswords.accountId, account.id));
    const ended = await endSessions(tx, account.id, who.session.id);
    await recordGateEvents(tx, actorOf(who), organization?.id ?? null, [
      {
        action: "account.password_changed",
        subject: { type: "account", id: account.id, name: account.email },
        after: { sessionsEnded: ended },
      },
    ]);
    await enqueue(tx, "send-account-mail", { notice: "password-changed", email: account.email });
    return { ended };
  });
}
