import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { auditEvents } from "@/db/schema/core/audit";
import type { TenantTx } from "@/db/scope";

// What a change took from people is in the log, and can be given back for some time.
const takenSchema = z.object({
  coached: z
    .array(
      z.object({
        classId: z.string(),
        isLead: z.boolean(),
        successorId: z.string().optional(),
        isInterim: z.boolean().optional(),
      }),
    )
    .default([]),
  waited: z.array(z.object({ classId: z.string(), waitNumber: z.number() })).default([]),
});

/** The classes that a change took from the person, as its event tells them. */
export function takenClasses(userId: string, before: Record<string, unknown> | null) {
  const { coached, waited } = takenSchema.parse(before ?? {});
  return {
    coached: coached.map((row) => ({ ...row, userId })),
    waited: waited.map((row) => ({ ...row, userId })),
  };
}

/** The newest event of these actions about each of the people. */
export async function lastEvents(tx: TenantTx, ids: readonly string[], actions: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const events = await tx.db
    .selectDistinctOn([auditEvents.subjectId], {
      userId: auditEvents.subjectId,
      action: auditEvents.action,
      before: auditEvents.before,
      createdAt: auditEvents.createdAt,
    })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, tx.actor.organizationId),
        inArray(auditEvents.action, [...actions]),
        inArray(auditEvents.subjectId, [...ids]),
      ),
    )
    .orderBy(auditEvents.subjectId, desc(auditEvents.createdAt), desc(auditEvents.id));
  return new Map(events.flatMap(({ userId, ...event }) => (userId ? [[userId, event] as const] : [])));
}
