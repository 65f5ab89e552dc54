import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { type HandOffVisit, handOffs, sessions } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import {
  type Actor,
  atGate,
  type OrganizationActor,
  type Origin,
  onPlatform,
  type PlatformTx,
} from "@/db/scope";
import type { EnterOrganizationInput } from "@/domain/visit";
import { newId } from "@/lib/ids";
import { createToken } from "@/lib/tokens";
import type { Session } from "@/server/auth/session";
import { DomainError, notFound } from "@/server/errors";
import { recordPlatformEvents } from "../audit";

const MINUTE = 60_000;

/** The page of a school on which a visit begins. */
const FIRST = "/org-admin";
const CLOSED = new Set(["inactive", "provisioning"]);

/**
 * Opens a school to an ADMIN, for some minutes and as a rule to look only; the school's own log tells who, why and
 * until when. Where schools have addresses of their own (`from` says whence the visitor comes) that is a session
 * there, to which `url` leads within a minute; else it is this session. Refused for the actor's own school, for a
 * closed one, and during another visit.
 */
export async function enterOrganization(
  actor: OrganizationActor,
  sessionId: string,
  { organizationId, reason, readOnly, minutes }: EnterOrganizationInput,
  from?: HandOffVisit["from"],
): Promise<{ until: Date; url: string }> {
  if (organizationId === actor.organizationId) throw new DomainError("conflict", "entered.ownSchool");
  return onPlatform(outside(actor), async (tx) => {
    const [school] = await tx.db
      .select({ name: organizations.name, status: organizations.status })
      .from(organizations)
      .where(eq(organizations.id, organizationId));
    if (!school) throw notFound();
    if (CLOSED.has(school.status)) throw new DomainError("conflict", "entered.closed");
    const until = new Date(Date.now() + minutes * MINUTE);
    const url = from
      ? await sendThere(tx, organizationId, { until: until.toISOString(), readOnly, reason, from })
      : await enterHere(tx, sessionId, { organizationId, until, readOnly, reason });
    const subject = { type: "organization", id: organizationId, name: school.name };
    await recordPlatformEvents(tx, organizationId, [
      { action: "platform.entered", subject, after: { reason, readOnly, until: until.toISOString() } },
    ]);
    return { until, url };
  });
}

type Visit = { organizationId: string; until: Date; readOnly: boolean; reason: string };

async function enterHere(tx: PlatformTx, sessionId: string, visit: Visit): Promise<string> {
  const [entered] = await tx.db
    .update(sessions)
    .set({
      enteredOrganizationId: visit.organizationId,
      enteredUntil: visit.until,
      enteredReadOnly: visit.readOnly,
      enteredReason: visit.reason,
    })
    .where(
      and(
        ownSession(tx, sessionId),
        or(isNull(sessions.enteredOrganizationId), sql`${sessions.enteredUntil} <= now()`, intoClosed),
      ),
    )
    .returning({ id: sessions.id });
  if (!entered) throw new DomainError("conflict", "entered.leaveFirst");
  return FIRST;
}

/** Makes a link for the actor alone, which their browser is bound to on its way. */
async function sendThere(tx: PlatformTx, organizationId: string, visit: HandOffVisit): Promise<string> {
  const { accountId } = tx.actor;
  if (accountId === null) throw notFound();
  const { token, hash } = createToken();
  await tx.db.insert(handOffs).values({
    id: newId(),
    accountId,
    organizationId,
    tokenHash: hash,
    visit,
    expiresAt: new Date(Date.now() + MINUTE),
  });
  return `/api/hand-off?${new URLSearchParams({ token, to: FIRST })}`;
}

// Nobody is told of such a visit any longer, so nobody could leave it.
const intoClosed = sql`exists (select 1 from ${organizations} visited
  where visited.id = ${sessions.enteredOrganizationId} and visited.status = 'inactive')`;

/**
 * Ends the session's visit to a school, where it is in one; says so in that school's log while it still lasted. A
 * session at the school's own address ends with it, since it was for nothing else.
 */
export async function leaveEnteredOrganization(
  session: Pick<Session, "id" | "account">,
  { ipAddress, userAgent, via }: Origin,
): Promise<void> {
  const { id: accountId, name } = session.account;
  const leftId = await onPlatform(
    outside({ accountId, name, role: "ADMIN", ipAddress, userAgent, via }),
    async (tx) => {
      const [visit] = await tx.db
        .select({
          organizationId: organizations.id,
          name: organizations.name,
          lasted: sql<boolean>`${sessions.enteredUntil} > now()`,
        })
        .from(sessions)
        .innerJoin(organizations, eq(organizations.id, sessions.enteredOrganizationId))
        .where(and(ownSession(tx, session.id), isNotNull(sessions.enteredOrganizationId)));
      if (!visit) return undefined;
      const [left] = await tx.db
        .update(sessions)
        .set({ enteredOrganizationId: null, enteredUntil: null, enteredReadOnly: true, enteredReason: "" })
        .where(and(ownSession(tx, session.id), isNotNull(sessions.enteredOrganizationId)))
        .returning({ id: sessions.id });
      if (!left || !visit.lasted) return visit.organizationId;
      const subject = { type: "organization", id: visit.organizationId, name: visit.name };
      await recordPlatformEvents(tx, visit.organizationId, [{ action: "platform.left", subject }]);
      return visit.organizationId;
    },
  );
  if (leftId === undefined) return;
  await atGate({ accountId, sessionId: session.id }, ({ db }) =>
    db
      .update(sessions)
      .set({ revokedAt: new Date() })
      .where(and(eq(sessions.id, session.id), eq(sessions.organizationId, leftId))),
  );
}

/** The actor as a school's log tells them: an account from outside, nobody's user there. */
function outside(actor: Omit<Actor, "userId">): Actor {
  const { accountId, name, role, ipAddress, userAgent, via } = actor;
  return { accountId, userId: null, name, role, ipAddress, userAgent, via };
}

function ownSession(tx: PlatformTx, sessionId: string) {
  return and(eq(sessions.id, sessionId), sql`${sessions.accountId} = ${tx.actor.accountId}`);
}
