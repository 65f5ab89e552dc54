import { auditEvents, auditUnsealed } from "@/db/schema/core/audit";
import type { Actor, GateTx, PlatformTx, TenantTx } from "@/db/scope";
import { masked } from "@/domain/audit-mask";
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

/** Appends events of the operator's process, beside the web: `tx` is a transaction of its login. */
export async function recordOperatorEvents(
  tx: Pick<TenantTx, "db">,
  actor: Actor,
  organizationId: string | null,
  events: readonly AuditEvent[],
): Promise<void> {
  await append(tx, actor, organizationId, events);
}

/** Events of one statement: PostgreSQL takes 65,535 parameters. */
const AT_ONCE = 3_000;

async function append(
  { db }: Pick<TenantTx, "db">,
  actor: Actor,
  organizationId: string | null,
  events: readonly AuditEvent[],
): Promise<void> {
  const written: Promise<unknown>[] = [];
  for (let start = 0; start < events.length; start += AT_ONCE) {
    const rows = events.slice(start, start + AT_ONCE).map((event) => rowOf(event, actor, organizationId));
    const unsealed = rows.map(({ id }) => ({ eventId: id, organizationId }));
    // One round trip: no statement waits for the one before it.
    written.push(
      db.insert(auditEvents).values(rows).execute(),
      db.insert(auditUnsealed).values(unsealed).execute(),
    );
  }
  await Promise.all(written);
}

function rowOf({ action, subject, before, after }: AuditEvent, actor: Actor, organizationId: string | null) {
  return {
    id: newId(),
    organizationId,
    actorAccountId: actor.accountId,
    actorUserId: actor.userId,
    actorName: actor.name,
    onBehalfOf: actor.onBehalfOf ?? "",
    via: actor.via ?? ("web" as const),
    action,
    subjectType: subject.type,
    subjectId: subject.id ?? null,
    subjectName: subject.name ?? "",
    before: masked(before ?? null),
    after: masked(after ?? null),
    ipAddress: actor.ipAddress,
    userAgent: actor.userAgent ?? null,
  };
}
