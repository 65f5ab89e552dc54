import { auditEvents } from "@/db/schema/core/audit";
import type { Actor, GateTx, PlatformTx, TenantTx } from "@/db/scope";
import { newId } from "@/lib/ids";

/** What was done, to what, and the values that changed: never a secret, never a password or a token. */
export type AuditEvent = {
  action: string;
  subject: { type: string; id?: string | null; name?: string };
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** Appends events in the transaction that does what they tell: both are kept, or neither. */
export async function recordEvents(tx: TenantTx, events: readonly AuditEvent[]): Promise<void> {
  await append(tx, tx.actor, tx.actor.organizationId, events);
}

/** Appends events of the platform, or of one school as the platform sees it: there the actor is nobody's user. */
export async function recordPlatformEvents(
  tx: PlatformTx,
  organizationId: string | null,
  events: readonly AuditEvent[],
): Promise<void> {
  const actor = organizationId === null ? tx.actor : { ...tx.actor, userId: null };
  await append(tx, actor, organizationId, events);
}

/** Appends events of an account before or outside a school: `actor.accountId` must be the account that the gate knows. */
export async function recordGateEvents(
  tx: GateTx,
  actor: Actor,
  organizationId: string | null,
  events: readonly AuditEvent[],
): Promise<void> {
  await append(tx, actor, organizationId, events);
}

/** Events of one statement: PostgreSQL takes 65,535 parameters. */
const AT_ONCE = 5_000;

async function append(
  tx: Pick<TenantTx, "db">,
  actor: Actor,
  organizationId: string | null,
  events: readonly AuditEvent[],
): Promise<void> {
  for (let start = 0; start < events.length; start += AT_ONCE)
    await tx.db.insert(auditEvents).values(
      events.slice(start, start + AT_ONCE).map(({ action, subject, before, after }) => ({
        id: newId(),
        organizationId,
        actorAccountId: actor.accountId,
        actorUserId: actor.userId,
        actorName: actor.name,
        action,
        subjectType: subject.type,
        subjectId: subject.id ?? null,
        subjectName: subject.name ?? "",
        before: before ?? null,
        after: after ?? null,
        ipAddress: actor.ipAddress,
      })),
    );
}
