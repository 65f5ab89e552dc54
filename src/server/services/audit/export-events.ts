import { and, desc, eq, type SQL } from "drizzle-orm";
import { auditEvents, auditSeals } from "@/db/schema/core/audit";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { AuditFilter } from "@/domain/audit";
import { MAX_EXPORTED_EVENTS } from "@/domain/audit-list";
import { eventColumns, matchingEvents, ofItsSeal, originColumns, shownEvent } from "./queries";
import { type AuditEvent, recordEvents } from "./record-event";

/** The newest 50,000 events that match, and whether there are older ones; who took them out is recorded. */
export async function exportEvents(actor: OrganizationActor, filter: AuditFilter) {
  const { organizationId } = actor;
  return inOrganization(actor, async (tx) => {
    const ours = eq(auditEvents.organizationId, organizationId);
    const taken = await readWhole(tx, and(ours, matchingEvents(organizationId, filter)));
    await recordEvents(tx, [exported({ type: "organization", id: organizationId }, taken.rows.length)]);
    return taken;
  });
}

/** The newest events that match, as many as a file holds. */
export async function readWhole(tx: Pick<TenantTx, "db">, which: SQL | undefined) {
  const found = await tx.db
    .select({ ...eventColumns, ...originColumns })
    .from(auditEvents)
    .leftJoin(auditSeals, ofItsSeal)
    .where(which)
    .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
    .limit(MAX_EXPORTED_EVENTS + 1);
  const rows = found.slice(0, MAX_EXPORTED_EVENTS).map(shownEvent);
  return { rows, isCut: found.length > MAX_EXPORTED_EVENTS };
}

/** That so many events were taken out. */
export function exported(subject: AuditEvent["subject"], count: number): AuditEvent {
  return { action: "audit.exported", subject, after: { count } };
}
