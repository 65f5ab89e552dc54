import { and, eq, gt, isNull, or } from "drizzle-orm";
import { emailChanges } from "@/db/schema/core/accounts";
import type { GateTx } from "@/db/scope";
import type { EmailSide } from "@/domain/email-change";
import { DomainError } from "@/server/errors";

export type EmailChange = typeof emailChanges.$inferSelect;

const isOpen = and(isNull(emailChanges.completedAt), isNull(emailChanges.cancelledAt));

/** The change that the account waits for, if its time is not over; the transaction has named the account. */
export async function findOpenChange(tx: GateTx, accountId: string): Promise<EmailChange | undefined> {
  const [change] = await tx.db
    .select()
    .from(emailChanges)
    .where(and(eq(emailChanges.accountId, accountId), isOpen, gt(emailChanges.expiresAt, new Date())));
  return change;
}

/** Gives up whatever change the account waits for; returns whether there was one. */
export async function cancelOpenChange(tx: GateTx, accountId: string): Promise<boolean> {
  const cancelled = await tx.db
    .update(emailChanges)
    .set({ cancelledAt: new Date() })
    .where(and(eq(emailChanges.accountId, accountId), isOpen))
    .returning({ id: emailChanges.id });
  return cancelled.length > 0;
}

/**
 * The change of a link and the side that the link was sent to; with `lock`, held as it is until the end. The
 * transaction has named the hash. NOT_FOUND for a link that never was, or that a newer one has replaced.
 */
export async function findByLink(
  tx: GateTx,
  tokenHash: string,
  lock = false,
): Promise<{ change: EmailChange; side: EmailSide }> {
  const query = tx.db
    .select()
    .from(emailChanges)
    .where(or(eq(emailChanges.oldTokenHash, tokenHash), eq(emailChanges.newTokenHash, tokenHash)));
  const [change] = await (lock ? query.for("update") : query);
  if (!change) throw new DomainError("not_found", "link.invalid");
  return { change, side: change.oldTokenHash === tokenHash ? "old" : "new" };
}

/** How a change stands. */
export function stateOf(change: EmailChange): "open" | "done" | "stopped" | "expired" {
  if (change.completedAt) return "done";
  if (change.cancelledAt) return "stopped";
  return change.expiresAt <= new Date() ? "expired" : "open";
}
