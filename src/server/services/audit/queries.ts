import { and, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import { holdsTerms } from "@/db/folded";
import { auditEvents, auditSeals } from "@/db/schema/core/audit";
import { organizationSettings } from "@/db/schema/core/organizations";
import type { AuditFilter } from "@/domain/audit";
import { AUDIT_KINDS, AUDIT_PERIODS, type AuditKind } from "@/domain/audit-list";
import { masked } from "@/domain/audit-mask";
import { DEFAULT_TIME_ZONE } from "@/domain/setting-list";
import { searchTerms } from "@/lib/text-keys";
import { PLATFORM_CHAIN } from "./chain";

/** An event as lists and histories show it: where it came from is in its details alone. */
export const eventColumns = {
  id: auditEvents.id,
  organizationId: auditEvents.organizationId,
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

/** What the details of an event say besides: where it came from, and its place in its chain. */
export const originColumns = {
  via: auditEvents.via,
  onBehalfOf: auditEvents.onBehalfOf,
  ipAddress: auditEvents.ipAddress,
  userAgent: auditEvents.userAgent,
  sealPosition: auditSeals.position,
  sealedAt: auditSeals.sealedAt,
};

/** Joins an event to its seal. */
export const ofItsSeal = sql`${auditSeals.eventId} = ${auditEvents.id}
  and ${auditSeals.chain} = coalesce(${auditEvents.organizationId}, ${PLATFORM_CHAIN}::uuid)`;

type EventRow = Pick<typeof auditEvents.$inferSelect, keyof typeof eventColumns>;

/** Who did it: a person of the school, somebody of the platform, or the system. */
export type ActorKind = "person" | "platform" | "system";

/** The event without its account; what should never have been written is masked here too. */
export function shownEvent<Row extends EventRow>(row: Row) {
  const { actorAccountId, before, after, ...event } = row;
  const actorKind: ActorKind = event.actorUserId ? "person" : actorAccountId ? "platform" : "system";
  return { ...event, actorKind, before: masked(before), after: masked(after) };
}

/** The events that the filter lets through, of whatever school; days are those of the given one's clock. */
export function matchingEvents(clockOf: string, filter: AuditFilter): SQL | undefined {
  const { actor, kinds, period, from, to, search, subjectId } = filter;
  const name = sql`${auditEvents.actorName} || ' ' || ${auditEvents.subjectName}`;
  return and(
    actor === undefined ? undefined : byActor(actor),
    kinds.length > 0 ? or(...kinds.flatMap(ofKind)) : undefined,
    period &&
      gte(auditEvents.createdAt, startOfDay(clockOf, sql`current_day - ${AUDIT_PERIODS[period] - 1}::int`)),
    from === undefined ? undefined : gte(auditEvents.createdAt, startOfDay(clockOf, sql`${from}::date`)),
    to === undefined ? undefined : lt(auditEvents.createdAt, startOfDay(clockOf, sql`${to}::date + 1`)),
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

/** The instant at which a day of a school begins; `day` may name `current_day`. */
function startOfDay(organizationId: string, day: SQL): SQL {
  return sql`(select (${day})::timestamp at time zone tz from (
    select tz, (now() at time zone tz)::date as current_day from (
      select coalesce(
        (select setting.value #>> '{}' from ${organizationSettings} setting
          where setting.organization_id = ${organizationId} and setting.key = 'region.timeZone'),
        ${DEFAULT_TIME_ZONE}) as tz) of_school) clock)`;
}
