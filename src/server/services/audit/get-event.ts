import { and, eq, inArray } from "drizzle-orm";
import { auditEvents } from "@/db/schema/core/audit";
import { users } from "@/db/schema/core/users";
import { classes } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { isUuid } from "@/lib/ids";
import { notFound } from "@/server/errors";
import { eventColumns, shownEvent } from "./queries";

/** Ids of one event that are looked up by name. */
const MAX_NAMED = 200;

/** One event of the school's log with where it came from, and the names of the people and classes that its values name. */
export async function getEvent(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const [row] = await tx.db
      .select({ ...eventColumns, ipAddress: auditEvents.ipAddress })
      .from(auditEvents)
      .where(and(eq(auditEvents.organizationId, organizationId), eq(auditEvents.id, id)));
    if (!row) throw notFound();
    const event = shownEvent(row);
    const ids = [...new Set([...idsIn(event.before), ...idsIn(event.after)])].slice(0, MAX_NAMED);
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
    const names: Record<string, string> = Object.fromEntries(named.flat().map((it) => [it.id, it.name]));
    return { ...event, names };
  });
}

function idsIn(value: unknown): string[] {
  if (typeof value === "string") return isUuid(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(idsIn);
}
