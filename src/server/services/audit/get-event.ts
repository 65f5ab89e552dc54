import { and, eq, inArray, type SQL } from "drizzle-orm";
import { auditEvents, auditSeals } from "@/db/schema/core/audit";
import { users } from "@/db/schema/core/users";
import { classes } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";
import { notFound } from "@/server/errors";
import { eventColumns, ofItsSeal, originColumns, shownEvent } from "./queries";

/** Ids of one event that are looked up by name. */
const MAX_NAMED = 200;

/** One event of the school's log with where it came from, and the names of the people and classes that its values name. */
export async function getEvent(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const event = await readEvent(tx, id, eq(auditEvents.organizationId, organizationId));
    const ids = idsNamed(event);
    if (ids.length === 0) return { ...event, names: {} };
    const named = await Promise.all([
      tx.db
        .select({ id: users.id, name: users.name })
        .from(users)
        .where(and(eq(users.organizationId, organizationId), inArray(users.id, ids))),
      tx.db
        .select({ id: classes.id, name: classes.name })
        .from(classes)
        .where(and(eq(classes.organizationId, organizationId), inArray(classes.id, ids))),
    ]);
    return { ...event, names: namesOf(named.flat()) };
  });
}

/** One event among those that may be seen, with its origin and its seal; throws NOT_FOUND for any other. */
export async function readEvent(tx: Pick<TenantTx, "db">, id: string, seen?: SQL) {
  const [row] = await tx.db
    .select({ ...eventColumns, ...originColumns })
    .from(auditEvents)
    .leftJoin(auditSeals, ofItsSeal)
    .where(and(seen, eq(auditEvents.id, id)));
  if (!row) throw notFound();
  return shownEvent(row);
}

/** The ids that an event's values name, up to a bound. */
export function idsNamed({ before, after }: { before: unknown; after: unknown }): string[] {
  return [...new Set([...idsIn(before), ...idsIn(after)])].slice(0, MAX_NAMED);
}

function idsIn(value: unknown): string[] {
  if (typeof value === "string") return isUuid(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => [...(isUuid(key) ? [key] : []), ...idsIn(inside)]);
}

export function namesOf(named: readonly { id: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(named.map((it) => [it.id, it.name]));
}
