import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema/core/accounts";
import { atGate } from "@/db/scope";
import { type Device, describeUserAgent } from "@/lib/user-agent";
import type { SignedIn } from "./queries";

type SessionRow = {
  id: string;
  current: boolean;
  device: Device;
  ipAddress: string | null;
  createdAt: Date;
  lastSeenAt: Date;
};

/** One's own open sessions, this one first, then the last seen. */
export async function listSessions({ session }: SignedIn): Promise<SessionRow[]> {
  const rows = await atGate({ accountId: session.account.id }, (tx) =>
    tx.db
      .select()
      .from(sessions)
      .where(
        and(
          eq(sessions.accountId, session.account.id),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, new Date()),
        ),
      )
      .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
      .limit(100),
  );
  const shown = rows.map(({ id, ipAddress, userAgent, createdAt, lastSeenAt }) => ({
    id,
    current: id === session.id,
    device: describeUserAgent(userAgent),
    ipAddress,
    createdAt,
    lastSeenAt,
  }));
  return shown.toSorted((a, b) => Number(b.current) - Number(a.current));
}
