import { and, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import { holdsTerms } from "@/db/folded";
import { auditEvents } from "@/db/schema/core/audit";
import { organizationSettings } from "@/db/schema/core/organizations";
import type { TenantTx } from "@/db/scope";
import type { AuditFilter } from "@/domain/audit";
import { AUDIT_KINDS, AUDIT_PERIODS, type AuditKind } from "@/domain/audit-list";
import { DEFAULT_TIME_ZONE } from "@/domain/setting-list";
import { searchTerms } from "@/lib/text-keys";

/** An event as lists and histories show it: where it came from is in its details alone. */
export const eventColumns = {
  id: auditEvents.id,
  action: auditEvents.action,
  actorAccountId: auditEvents.actorAccountId,
  actorUserId: auditEvents.actorUserId,
  actorName: auditEvents.actorName,
  subjectType: auditEvents.subjectType,
  subjectId: auditEvents.subjectId,
  subjectName: auditEvents.subjectName,
  before: auditEvents.before,
  after: auditEvents.after,
  createdAt: auditEvents.createdAt,
};

type EventRow = Pick<typeof auditEvents.$inferSelect, keyof typeof eventColumns>;

/** Who did it: a person of the school, somebody of the platform, or the system. */
export type ActorKind = "person" | "platform" | "system";

// Nobody records one; whoever should, by mistake, does not show it on a screen.
const SECRET = /password|token|secret|hash/i;

function withoutSecrets(values: Record<string, unknown> | null): Record<string, unknown> | null {
  return values && Object.fromEntries(Object.entries(values).filter(([key]) => !SECRET.test(key)));
}

/** The event without its account, and without what should never have been written. */
export function shownEvent<Row extends EventRow>(row: Row) {
  const { actorAccountId, before, after, ...event } = row;
  const actorKind: ActorKind = event.actorUserId ? "person" : actorAccountId ? "platform" : "system";
  return { ...event, actorKind, before: withoutSecrets(before), after: withoutSecrets(after) };
}

/** The events of the actor's school that the filter lets through. */
export function matchingEvents(tx: TenantTx, filter: AuditFilter): SQL | undefined {
  const { organizationId } = tx.actor;
  const { actor, kinds, period, from, to, search, subjectId } = filter;
  const name = sql`${auditEvents.actorName} || ' ' || ${auditEvents.subjectName}`;
  return and(
    eq(auditEvents.organizationId, organizationId),
    actor === undefined ? undefined : byActor(actor),
    kinds.length > 0 ? or(...kinds.flatMap(ofKind)) : undefined,
    period &&
      gte(auditEvents.createdAt, startOfDay(tx, sql`current_day - ${AUDIT_PERIODS[period] - 1}::int`)),
    from === undefined ? undefined : gte(auditEvents.createdAt, startOfDay(tx, sql`${from}::date`)),
    to === undefined ? undefined : lt(auditEvents.createdAt, startOfDay(tx, sql`${to}::date + 1`)),
    subjectId === undefined ? undefined : eq(auditEvents.subjectId, subjectId),
    holdsTerms(name, searchTerms(search)),
  );
}

function byActor(actor: NonNullable<AuditFilter["actor"]>): SQL | undefined {
  const { actorAccountId, actorUserId } = auditEvents;
  if (actor === "system") return sql`${actorAccountId} is null`;
  if (actor === "platform") return sql`${actorUserId} is null and ${actorAccountId} is not null`;
  return eq(actorUserId, actor);
}

// A range, which an index answers; "/" comes after ".".
function ofKind(kind: AuditKind): (SQL | undefined)[] {
  return AUDIT_KINDS[kind].map((prefix) =>
    and(gte(auditEvents.action, `${prefix}.`), lt(auditEvents.action, `${prefix}/`)),
  );
}

/** The instant at which a day of the school begins; `day` may name `current_day`. */
function startOfDay(tx: TenantTx, day: SQL): SQL {
  return sql`(select (${day})::timestamp at time zone tz from (
    select tz, (now() at time zone tz)::date as current_day from (
      select coalesce(
        (select setting.value #>> '{}' from ${organizationSettings} setting
          where setting.organization_id = ${tx.actor.organizationId} and setting.key = 'region.timeZone'),
        ${DEFAULT_TIME_ZONE}) as tz) of_school) clock)`;
}
