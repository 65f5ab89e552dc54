import { and, eq, isNull } from "drizzle-orm";
import { accounts, sessions } from "@/db/schema/core/accounts";
import { atGate, type Origin } from "@/db/scope";
import { isUuid } from "@/lib/ids";
import { recordGateEvents } from "../audit";
import { findMembership, gateActor } from "./queries";

/** Ends the session that a token names; one that has ended already stays as it is. */
export async function signOut(
  { sessionId, accountId }: { sessionId: string; accountId: string },
  from: Origin = { ipAddress: null },
): Promise<void> {
  if (!isUuid(sessionId) || !isUuid(accountId)) return;
  await atGate({ accountId, sessionId }, async (tx) => {
    const [ended] = await tx.db
      .update(sessions)
      .set({ revokedAt: new Date() })
      .where(and(eq(sessions.id, sessionId), eq(sessions.accountId, accountId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId));
    if (!ended || !account) return;
    const membership = await findMembership(tx, accountId);
    await recordGateEvents(tx, gateActor(account, membership, from), membership?.organizationId ?? null, [
      { action: "account.signed_out", subject: { type: "session", id: sessionId, name: account.email } },
    ]);
  });
}
