import { and, eq, isNull, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/core/accounts";
import { refreshTokens } from "@/db/schema/core/programs";
import { atGate, type GateTx } from "@/db/scope";
import { hashToken, isToken } from "@/lib/tokens";
import { DomainError } from "@/server/errors";
import { findAccountById, findMembership, gateActor, type Visitor } from "../account";
import { recordGateEvents } from "../audit";
import { type Asking, findActor } from "./find-place";
import { addRefreshToken, type Grant, grantOf } from "./grant";

type Held = { id: string; accountId: string; sessionId: string };

/**
 * New tokens for a refresh token, which works once. One that was used already ends the session: either the thief comes
 * second, or its owner does. Throws UNAUTHORIZED, in the same words whatever is wrong.
 */
export async function refreshApiSession(token: string, asking: Asking): Promise<Grant> {
  const held = await findRefreshToken(token);
  if (!held) throw refused();
  const { accountId, sessionId } = held;
  const actor = await findActor({ accountId, sessionId }, asking);
  // At another address than its own, or with its person shut out, it stays as good as it was.
  if (!actor) throw refused();
  const next = await atGate({ accountId, sessionId }, (tx) => exchange(tx, held, asking));
  if (!next) throw refused();
  return grantOf({ accountId, sessionId, organizationId: actor.organizationId }, next);
}

/** The token, used or not, that this text is; undefined for what is none. */
export async function findRefreshToken(token: string): Promise<Held | undefined> {
  if (!isToken(token)) return undefined;
  const tokenHash = hashToken(token);
  return atGate({ tokenHash }, async ({ db }) => {
    const [row] = await db
      .select({
        id: refreshTokens.id,
        accountId: refreshTokens.accountId,
        sessionId: refreshTokens.sessionId,
      })
      .from(refreshTokens)
      .where(and(eq(refreshTokens.tokenHash, tokenHash), sql`${refreshTokens.expiresAt} > now()`));
    return row;
  });
}

/** Uses the token up for the next one; nothing where it was used before, which ends the session. */
async function exchange(tx: GateTx, held: Held, visitor: Visitor): Promise<string | undefined> {
  const [used] = await tx.db
    .update(refreshTokens)
    .set({ usedAt: sql`now()` })
    .where(and(eq(refreshTokens.id, held.id), isNull(refreshTokens.usedAt)))
    .returning({ id: refreshTokens.id });
  if (used) return addRefreshToken(tx, held);
  const [ended] = await tx.db
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(sessions.id, held.sessionId),
        eq(sessions.accountId, held.accountId),
        isNull(sessions.revokedAt),
      ),
    )
    .returning({ id: sessions.id });
  const account = await findAccountById(tx, held.accountId);
  if (!ended || !account) return undefined;
  const membership = await findMembership(tx, account.id);
  await recordGateEvents(tx, gateActor(account, membership, visitor), membership?.organizationId ?? null, [
    {
      action: "account.refresh_reused",
      subject: { type: "session", id: held.sessionId, name: account.email },
    },
  ]);
  return undefined;
}

function refused(): DomainError {
  return new DomainError("unauthorized", "api.refreshRefused");
}
