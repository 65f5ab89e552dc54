import { and, eq, gt, isNull } from "drizzle-orm";
import { type TokenPayload, tokens } from "@/db/schema/core/accounts";
import type { GateTx } from "@/db/scope";
import { hashToken, isToken } from "@/lib/tokens";
import { DomainError } from "@/server/errors";

type Purpose = "verify_email" | "reset_password";

/** The hash by which a link's token is looked up; throws on what cannot be one. */
export function linkHash(token: string): string {
  if (!isToken(token)) throw new DomainError("not_found", "link.invalid");
  return hashToken(token);
}

/**
 * Uses a link up: of any number of parallel uses one gets through. Undone where the transaction fails. The
 * transaction must have named the hash.
 */
export async function useToken(
  tx: GateTx,
  tokenHash: string,
  purpose: Purpose,
): Promise<{ email: string; payload: TokenPayload | null }> {
  const now = new Date();
  const named = and(eq(tokens.tokenHash, tokenHash), eq(tokens.purpose, purpose));
  const [used] = await tx.db
    .update(tokens)
    .set({ usedAt: now })
    .where(and(named, isNull(tokens.usedAt), gt(tokens.expiresAt, now)))
    .returning({ email: tokens.email, payload: tokens.payload });
  if (used) return used;
  const [row] = await tx.db.select({ usedAt: tokens.usedAt }).from(tokens).where(named);
  if (!row) throw new DomainError("not_found", "link.invalid");
  throw new DomainError("conflict", row.usedAt ? "link.used" : "link.expired");
}
