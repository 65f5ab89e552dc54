import { and, eq } from "drizzle-orm";
import { incidents } from "@/db/schema/tenant/student-records";
import type { OrganizationActor, TenantTx } from "@/db/scope";
import { can } from "@/domain/permissions";
import { DomainError, notFound } from "@/server/errors";
import { isOwnOfLate, lockStudent } from "../student";

/** What an incident says, as forms and the log have it. */
export const incidentColumns = {
  kind: incidents.kind,
  severity: incidents.severity,
  occurredOn: incidents.occurredOn,
  reportedBy: incidents.reportedBy,
  description: incidents.description,
  actionTaken: incidents.actionTaken,
  followUp: incidents.followUp,
  parentInformedOn: incidents.parentInformedOn,
};

/** That one incident of the actor's school. */
export function ofIncident({ actor }: Pick<TenantTx, "actor">, id: string) {
  return and(eq(incidents.organizationId, actor.organizationId), eq(incidents.id, id));
}

type Report = Pick<typeof incidents.$inferSelect, "reportedByUserId" | "createdAt">;

/** Whether the actor may change the report: an administrator any, a coach their own of the last days. */
export function mayChange(actor: OrganizationActor, { reportedByUserId, createdAt }: Report): boolean {
  if (can(actor.role, "incident:manage")) return true;
  return isOwnOfLate(actor, { byUserId: reportedByUserId, createdAt });
}

/**
 * The incident and its student, both locked. Throws NOT_FOUND where the actor does not reach the student, FORBIDDEN for a
 * report that is not theirs to change, and CONFLICT where the student's records are closed.
 */
export async function lockIncident(tx: TenantTx, id: string) {
  const [found] = await tx.db
    .select({ studentId: incidents.studentId })
    .from(incidents)
    .where(ofIncident(tx, id));
  if (!found) throw notFound();
  const student = await lockStudent(tx, found.studentId);
  const [row] = await tx.db
    .select({
      ...incidentColumns,
      reportedByUserId: incidents.reportedByUserId,
      createdAt: incidents.createdAt,
      voidedAt: incidents.voidedAt,
    })
    .from(incidents)
    .where(ofIncident(tx, id))
    .for("update");
  if (!row) throw notFound();
  if (!mayChange(tx.actor, row)) throw new DomainError("forbidden", "incident.notYours");
  const { reportedByUserId: _by, createdAt: _at, voidedAt, ...incident } = row;
  return { student, incident, voidedAt };
}
