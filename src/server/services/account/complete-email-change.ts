import { and, eq, isNull } from "drizzle-orm";
import { violatedUnique } from "@/db/errors";
import { accounts, emailChanges, tokens } from "@/db/schema/core/accounts";
import { users } from "@/db/schema/core/users";
import type { GateTx, Origin } from "@/db/scope";
import { EMAIL_SIDES } from "@/domain/email-change";
import { searchKey } from "@/lib/text-keys";
import { enqueue } from "@/server/adapters/queue";
import { DomainError } from "@/server/errors";
import { recordGateEvents } from "../audit";
import type { EmailChange } from "./email-change-queries";
import { findAccountById, gateActor } from "./queries";
import { endSessions } from "./revoke-sessions";

/**
 * Puts a change that both sides have confirmed, and that the transaction holds, into effect: the account and the
 * school's copy, all sessions but the one to keep ended, open links of the old address used up, both told by mail.
 */
export async function completeEmailChange(
  tx: GateTx,
  change: EmailChange,
  { keepSession, from }: { keepSession: string | undefined; from: Origin },
): Promise<void> {
  const { id, accountId, oldEmail, newEmail } = change;
  const now = new Date();
  await tx.name({ accountId, email: oldEmail });
  const account = await findAccountById(tx, accountId, true);
  if (account?.email !== oldEmail) throw new DomainError("not_found", "link.invalid");
  // Who holds a link to the old mailbox shall not choose the password of whoever has that address next.
  await tx.db
    .update(tokens)
    .set({ usedAt: now })
    .where(and(eq(tokens.email, oldEmail), eq(tokens.purpose, "reset_password"), isNull(tokens.usedAt)));
  await takeAddress(tx, accountId, newEmail);
  const membership = await moveMembership(tx, accountId, newEmail);
  const sessionsEnded = await endSessions(tx, accountId, keepSession);
  await tx.db.update(emailChanges).set({ completedAt: now }).where(eq(emailChanges.id, id));
  await recordGateEvents(tx, gateActor(account, membership, from), membership?.organizationId ?? null, [
    {
      action: "account.email_changed",
      subject: membership
        ? { type: "user", id: membership.userId, name: account.name }
        : { type: "account", id: accountId, name: newEmail },
      before: { email: oldEmail },
      after: { email: newEmail, sessionsEnded },
    },
  ]);
  for (const side of EMAIL_SIDES)
    await enqueue(tx, "send-account-mail", { notice: "email-changed", emailChangeId: id, accountId, side });
}

// The unique index speaks for the accounts that the gate cannot see.
async function takeAddress(tx: GateTx, accountId: string, email: string): Promise<void> {
  const now = new Date();
  try {
    await tx.db
      .update(accounts)
      .set({ email, emailVerifiedAt: now, updatedAt: now })
      .where(eq(accounts.id, accountId));
  } catch (error) {
    if (violatedUnique(error)) throw new DomainError("conflict", "emailChange.taken");
    throw error;
  }
}

/** The school's copy; who belongs to none has none. */
async function moveMembership(tx: GateTx, accountId: string, email: string) {
  const [member] = await tx.db
    .select({
      organizationId: users.organizationId,
      userId: users.id,
      name: users.name,
      role: users.role,
    })
    .from(users)
    .where(and(eq(users.accountId, accountId), isNull(users.leftAt)))
    .for("update");
  if (!member) return undefined;
  const { organizationId, userId, name } = member;
  await tx.db
    .update(users)
    .set({ email, searchKey: searchKey(`${name} ${email}`), updatedAt: new Date() })
    .where(and(eq(users.organizationId, organizationId), eq(users.id, userId)));
  return member;
}
