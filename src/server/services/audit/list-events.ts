import { and, desc, eq, gte, lt, not, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { instantFrom, microsecondsOf, microsecondsSchema } from "@/db/microseconds";
import { auditEvents } from "@/db/schema/core/audit";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import type { ListEventsInput } from "@/domain/audit";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { eventColumns, matchingEvents, shownEvent } from "./queries";

const positionSchema = z.object({ at: microsecondsSchema, id: z.uuid(), index: z.number().int().min(0) });

/** One page of the school's log, the newest first. `from` is the rank of its first event, from 1. */
export async function listEvents(actor: OrganizationActor, input: ListEventsInput) {
  const { cursor, limit } = input;
  const { organizationId } = actor;
  const matching = and(eq(auditEvents.organizationId, organizationId), matchingEvents(organizationId, input));
  return readInOrganization(actor, (tx) => readEvents(tx, matching, { cursor, limit }));
}

/** A page of what was done to one record, the newest first, for the record's own page. */
export function readHistory(
  tx: TenantTx,
  subjectId: string,
  page: { cursor?: string | undefined; limit: number },
) {
  const { organizationId } = tx.actor;
  const about = and(eq(auditEvents.organizationId, organizationId), eq(auditEvents.subjectId, subjectId));
  return readEvents(tx, about, page);
}

/** The school's last events but for who signed in and out: what changed. */
export async function recentEvents(actor: OrganizationActor, { limit }: { limit: number }) {
  const signIns = and(gte(auditEvents.action, "account."), lt(auditEvents.action, "account/"));
  const changes = (tx: TenantTx) =>
    and(eq(auditEvents.organizationId, tx.actor.organizationId), signIns && not(signIns));
  const page = await readInOrganization(actor, (tx) => readEvents(tx, changes(tx), { limit }));
  return page.rows;
}

/** One page of the events that match, the newest first. */
export async function readEvents(
  tx: Pick<TenantTx, "db">,
  which: SQL | undefined,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const position = cursor === undefined ? undefined : decodeCursor(positionSchema, cursor);
  const found = await tx.db
    .select({ ...eventColumns, microseconds: microsecondsOf(auditEvents.createdAt) })
    .from(auditEvents)
    .where(
      and(
        which,
        position &&
          sql`(${auditEvents.createdAt}, ${auditEvents.id}) < (${instantFrom(position.at)}, ${position.id}::uuid)`,
      ),
    )
    .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const index = position?.index ?? 0;
  const nextCursor =
    last && found.length > limit
      ? encodeCursor({ at: last.microseconds, id: last.id, index: index + rows.length })
      : null;
  return {
    rows: rows.map(({ microseconds: _microseconds, ...row }) => shownEvent(row)),
    from: index + 1,
    nextCursor,
  };
}
