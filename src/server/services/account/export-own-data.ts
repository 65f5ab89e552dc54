import { desc, eq } from "drizzle-orm";
import { accounts, emailChanges, sessions } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { workspaces } from "@/db/schema/core/workspaces";
import { atGate, type GateTx } from "@/db/scope";
import { recordGateEvents } from "../audit";
import { countDownload } from "./limits";
import { actorOf, findOwnPlace, type SignedIn } from "./queries";
import { readOwnSchool } from "./read-own-school";

const MAX_ROWS = 1_000;

/**
 * A copy of what is kept of the person: of the account everywhere, and of the school that is open to them now. Each
 * list holds its newest rows, 10,000 at most. It is recorded, and limited to ten an hour.
 */
export async function exportOwnData(who: SignedIn) {
  const { account, organization } = who.session;
  await countDownload(account.id);
  const own = await atGate({ accountId: account.id }, async (tx) => {
    const read = await readAccount(tx, account.id);
    await recordGateEvents(tx, actorOf(who), organization?.id ?? null, [
      {
        action: "account.data_exported",
        subject: { type: "account", id: account.id, name: account.email },
      },
    ]);
    return read;
  });
  const place = findOwnPlace(who);
  const school = place ? await readOwnSchool(place, account.id) : null;
  return { format: "homeroom.account/1", exportedAt: new Date(), ...own, school };
}

async function readAccount(tx: GateTx, accountId: string) {
  const { db } = tx;
  const [[account], memberships, devices, changes, ownWorkspaces] = await Promise.all([
    db.select().from(accounts).where(eq(accounts.id, accountId)),
    db
      .select({
        school: organizations.name,
        name: users.name,
        email: users.email,
        phone: users.phone,
        role: users.role,
        tier: users.tier,
        status: users.status,
        joinedAt: users.joinedAt,
        leftAt: users.leftAt,
        lastSeenAt: users.lastSeenAt,
      })
      .from(users)
      .innerJoin(organizations, eq(organizations.id, users.organizationId))
      .where(eq(users.accountId, accountId))
      .orderBy(desc(users.joinedAt))
      .limit(MAX_ROWS),
    db
      .select({
        startedAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
        expiresAt: sessions.expiresAt,
        endedAt: sessions.revokedAt,
        ipAddress: sessions.ipAddress,
        userAgent: sessions.userAgent,
      })
      .from(sessions)
      .where(eq(sessions.accountId, accountId))
      .orderBy(desc(sessions.createdAt))
      .limit(MAX_ROWS),
    db
      .select({
        from: emailChanges.oldEmail,
        to: emailChanges.newEmail,
        askedAt: emailChanges.createdAt,
        completedAt: emailChanges.completedAt,
        cancelledAt: emailChanges.cancelledAt,
      })
      .from(emailChanges)
      .where(eq(emailChanges.accountId, accountId))
      .orderBy(desc(emailChanges.createdAt))
      .limit(MAX_ROWS),
    db
      .select({ name: workspaces.name, data: workspaces.data, createdAt: workspaces.createdAt })
      .from(workspaces)
      .where(eq(workspaces.accountId, accountId))
      .orderBy(desc(workspaces.createdAt))
      .limit(MAX_ROWS),
  ]);
  return { account, memberships, sessions: devices, emailChanges: changes, workspaces: ownWorkspaces };
}
