import { and, desc, eq, getTableColumns, gt, isNull, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
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
  /** The school that an ADMIN visits with it. */
  entered: { school: string; until: Date } | null;
};

/** One's own open sessions, this one first, then the last seen. */
export async function listSessions({ session }: SignedIn): Promise<SessionRow[]> {
  const rows = await atGate({ accountId: session.account.id }, (tx) =>
    tx.db
      .select({ ...getTableColumns(sessions), entered: organizations.name })
      .from(sessions)
      .leftJoin(
        organizations,
        and(eq(organizations.id, sessions.enteredOrganizationId), gt(sessions.enteredUntil, sql`now()`)),
      )
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
  const shown = rows.map(({ id, ipAddress, userAgent, createdAt, lastSeenAt, entered, enteredUntil }) => ({
    id,
    current: id === session.id,
    device: describeUserAgent(userAgent),
    ipAddress,
    createdAt,
    lastSeenAt,
    entered: entered !== null && enteredUntil ? { school: entered, until: enteredUntil } : null,
  }));
  return shown.toSorted((a, b) => Number(b.current) - Number(a.current));
}
