import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { incidents } from "@/db/schema/tenant/student-records";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { ListIncidentsInput } from "@/domain/incident";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { recordEvents } from "../audit";
import { closedBy, requireStudent, subjectOf } from "../student";
import { incidentColumns, mayChange } from "./policies";

const positionSchema = z.object({ on: z.iso.date(), id: z.uuid() });

/**
 * One page of a student's incidents, the latest first, those taken back among them. That they were read, and how many,
 * is recorded in the same transaction.
 */
export async function listIncidents(
  actor: OrganizationActor,
  { studentId, cursor, limit }: ListIncidentsInput,
) {
  const after = cursor === undefined ? undefined : decodeCursor(positionSchema, cursor);
  return inOrganization(actor, async (tx) => {
    const student = await requireStudent(tx, studentId);
    const found = await tx.db
      .select({
        id: incidents.id,
        ...incidentColumns,
        reportedByUserId: incidents.reportedByUserId,
        voidedAt: incidents.voidedAt,
        createdAt: incidents.createdAt,
      })
      .from(incidents)
      .where(
        and(
          eq(incidents.organizationId, actor.organizationId),
          eq(incidents.studentId, studentId),
          after && sql`(${incidents.occurredOn}, ${incidents.id}) < (${after.on}::date, ${after.id}::uuid)`,
        ),
      )
      .orderBy(desc(incidents.occurredOn), desc(incidents.id))
      .limit(limit + 1);
    const page = found.slice(0, limit);
    await recordEvents(tx, [
      { action: "incident.read", subject: subjectOf(student), after: { count: page.length } },
    ]);
    const last = page.at(-1);
    const isClosed = closedBy(student) !== null;
    return {
      rows: page.map(({ reportedByUserId, ...row }) => ({
        ...row,
        mayChange: !isClosed && mayChange(actor, { reportedByUserId, createdAt: row.createdAt }),
      })),
      nextCursor: last && found.length > limit ? encodeCursor({ on: last.occurredOn, id: last.id }) : null,
    };
  });
}
