import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import { type Actor, type OrganizationActor, onPlatform, type PlatformTx } from "@/db/scope";
import type { EnterOrganizationInput } from "@/domain/visit";
import type { Session } from "@/server/auth/session";
import { DomainError, notFound } from "@/server/errors";
import { recordPlatformEvents } from "../audit";

const MINUTE = 60_000;

/**
 * Opens a school to one session of an ADMIN, for some minutes and as a rule to look only; the school's own log tells
 * who, why and until when. Refused for the actor's own school, for a closed one, and during another visit.
 */
export async function enterOrganization(
  actor: OrganizationActor,
  sessionId: string,
  { organizationId, reason, readOnly, minutes }: EnterOrganizationInput,
): Promise<{ until: Date }> {
  if (organizationId === actor.organizationId) throw new DomainError("conflict", "entered.ownSchool");
  return onPlatform(outside(actor), async (tx) => {
    const [school] = await tx.db
      .select({ name: organizations.name, status: organizations.status })
      .from(organizations)
      .where(eq(organizations.id, organizationId));
    if (!school) throw notFound();
    if (school.status === "inactive") throw new DomainError("conflict", "entered.closed");
    const until = new Date(Date.now() + minutes * MINUTE);
    const [entered] = await tx.db
      .update(sessions)
      .set({
        enteredOrganizationId: organizationId,
        enteredUntil: until,
        enteredReadOnly: readOnly,
        enteredReason: reason,
      })
      .where(
        and(
          ownSession(tx, sessionId),
          or(isNull(sessions.enteredOrganizationId), sql`${sessions.enteredUntil} <= now()`, intoClosed),
        ),
      )
      .returning({ id: sessions.id });
    if (!entered) throw new DomainError("conflict", "entered.leaveFirst");
    const subject = { type: "organization", id: organizationId, name: school.name };
    await recordPlatformEvents(tx, organizationId, [
      { action: "platform.entered", subject, after: { reason, readOnly, until: until.toISOString() } },
    ]);
    return { until };
  });
}

// Nobody is told of such a visit any longer, so nobody could leave it.
const intoClosed = sql`exists (select 1 from ${organizations} visited
  where visited.id = ${sessions.enteredOrganizationId} and visited.status = 'inactive')`;

/** Ends the session's visit to a school, where it is in one; says so in that school's log while it still lasted. */
export async function leaveEnteredOrganization(
  session: Pick<Session, "id" | "account">,
  ipAddress: string | null,
): Promise<void> {
  const { id: accountId, name } = session.account;
  await onPlatform(outside({ accountId, name, role: "ADMIN", ipAddress }), async (tx) => {
    const [visit] = await tx.db
      .select({
        organizationId: organizations.id,
        name: organizations.name,
        lasted: sql<boolean>`${sessions.enteredUntil} > now()`,
      })
      .from(sessions)
      .innerJoin(organizations, eq(organizations.id, sessions.enteredOrganizationId))
      .where(and(ownSession(tx, session.id), isNotNull(sessions.enteredOrganizationId)));
    if (!visit) return;
    const [left] = await tx.db
      .update(sessions)
      .set({ enteredOrganizationId: null, enteredUntil: null, enteredReadOnly: true, enteredReason: "" })
      .where(and(ownSession(tx, session.id), isNotNull(sessions.enteredOrganizationId)))
      .returning({ id: sessions.id });
    if (!left || !visit.lasted) return;
    const subject = { type: "organization", id: visit.organizationId, name: visit.name };
    await recordPlatformEvents(tx, visit.organizationId, [{ action: "platform.left", subject }]);
  });
}

/** The actor as a school's log tells them: an account from outside, nobody's user there. */
function outside(actor: Omit<Actor, "userId">): Actor {
  const { accountId, name, role, ipAddress } = actor;
  return { accountId, userId: null, name, role, ipAddress };
}

function ownSession(tx: PlatformTx, sessionId: string) {
  return and(eq(sessions.id, sessionId), sql`${sessions.accountId} = ${tx.actor.accountId}`);
}
