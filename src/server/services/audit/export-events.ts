import { desc } from "drizzle-orm";
import { auditEvents } from "@/db/schema/core/audit";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { AuditFilter } from "@/domain/audit";
import { MAX_EXPORTED_EVENTS } from "@/domain/audit-list";
import { eventColumns, matchingEvents, shownEvent } from "./queries";
import { recordEvents } from "./record-event";

/** The newest 50,000 events that match, and whether there are older ones; who took them out is recorded. */
export async function exportEvents(actor: OrganizationActor, filter: AuditFilter) {
  return inOrganization(actor, async (tx) => {
    const found = await tx.db
      .select({ ...eventColumns, ipAddress: auditEvents.ipAddress })
      .from(auditEvents)
      .where(matchingEvents(tx, filter))
      .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
      .limit(MAX_EXPORTED_EVENTS + 1);
    const rows = found.slice(0, MAX_EXPORTED_EVENTS).map(shownEvent);
    await recordEvents(tx, [
      {
        action: "audit.exported",
        subject: { type: "organization", id: actor.organizationId },
        after: { count: rows.length },
      },
    ]);
    return { rows, isCut: found.length > MAX_EXPORTED_EVENTS };
  });
}
