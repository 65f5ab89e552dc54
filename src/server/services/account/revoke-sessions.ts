import { and, eq, isNull, ne, type SQL } from "drizzle-orm";
import { handOffs, sessions } from "@/db/schema/core/accounts";
import { atGate, type GateTx } from "@/db/scope";
import { notFound } from "@/server/errors";
import { recordGateEvents } from "../audit";
import { actorOf, type SignedIn } from "./queries";

/** Ends one of one's own sessions, as on a lost telephone; throws NOT_FOUND for any other. */
export async function revokeSession(who: SignedIn, { id }: { id: string }): Promise<void> {
  const ended = await revoke(who, eq(sessions.id, id));
  if (ended === 0) throw notFound();
}

/** Ends all of one's sessions but this one; returns how many. */
export async function revokeOtherSessions(who: SignedIn): Promise<{ ended: number }> {
  return { ended: await revoke(who, ne(sessions.id, who.session.id)) };
}

/** Ends all of one's sessions, this one too; returns how many. */
export async function revokeAllSessions(who: SignedIn): Promise<{ ended: number }> {
  return { ended: await revoke(who, undefined) };
}

/** Ends the sessions of an account that the transaction has named, all but the one to keep; returns how many. */
export async function endSessions(tx: GateTx, accountId: string, keep?: string): Promise<number> {
  return endWhere(tx, accountId, keep ? ne(sessions.id, keep) : undefined);
}

async function revoke(who: SignedIn, which: SQL | undefined): Promise<number> {
  const { account, organization } = who.session;
  return atGate({ accountId: account.id }, async (tx) => {
    const ended = await endWhere(tx, account.id, which);
    if (ended > 0)
      await recordGateEvents(tx, actorOf(who), organization?.id ?? null, [
        {
          action: "account.sessions_ended",
          subject: { type: "account", id: account.id, name: account.email },
          after: { ended },
        },
      ]);
    return ended;
  });
}

async function endWhere(tx: GateTx, accountId: string, which: SQL | undefined): Promise<number> {
  const ended = await tx.db
    .update(sessions)
    .set({ revokedAt: new Date() })
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.revokedAt), which))
    .returning({ id: sessions.id });
  // Nor shall one be born of a way that is still open.
  await tx.db
    .update(handOffs)
    .set({ usedAt: new Date() })
    .where(and(eq(handOffs.accountId, accountId), isNull(handOffs.usedAt)));
  return ended.length;
}
