import { incidents } from "@/db/schema/tenant/student-records";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { namesAlone } from "@/domain/audit-mask";
import type { ReportIncidentInput, UpdateIncidentInput } from "@/domain/incident";
import { can } from "@/domain/permissions";
import { judgeChange } from "@/domain/stale";
import { newId } from "@/lib/ids";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockStudent, subjectOf } from "../student";
import { lockIncident, ofIncident } from "./policies";

// The log tells that there is an incident and which of its fields changed, and nothing of what it says.

/** Writes an incident down; without a name of who saw it, and for a coach always, it is the actor's own report. */
export async function reportIncident(
  actor: OrganizationActor,
  { studentId, ...values }: ReportIncidentInput,
): Promise<{ id: string }> {
  return inOrganization(actor, async (tx) => {
    const student = await lockStudent(tx, studentId);
    const { organizationId } = actor;
    const id = newId();
    const isOwn = values.reportedBy === "" || !can(actor.role, "incident:manage");
    await tx.db.insert(incidents).values({
      ...{ organizationId, id, studentId, ...values },
      ...(isOwn && { reportedBy: actor.name, reportedByUserId: actor.userId }),
    });
    await recordEvents(tx, [
      { action: "incident.reported", subject: subjectOf(student), after: { incidentId: id } },
    ]);
    return { id };
  });
}

/**
 * Changes what is given of an incident. CONFLICT `incident.stale`, without values, says that somebody else has changed
 * since `base` one of those given; CONFLICT `incident.voided` that it was taken back.
 */
export async function updateIncident(
  actor: OrganizationActor,
  { id, base, ...given }: UpdateIncidentInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { student, incident, voidedAt } = await lockIncident(tx, id);
    if (voidedAt) throw new DomainError("conflict", "incident.voided");
    const { reportedBy, ...others } = given;
    // Who saw it is who saw it: a coach reports for nobody else.
    const isNamed = reportedBy !== undefined && reportedBy !== "" && can(actor.role, "incident:manage");
    const wanted = isNamed ? given : others;
    const { changed, stale } = judgeChange(incident, wanted, base);
    if (stale.length > 0) throw new DomainError("conflict", "incident.stale");
    if (changed.length === 0) return;
    await tx.db
      .update(incidents)
      .set({
        ...Object.fromEntries(changed.map((field) => [field, given[field]])),
        ...(changed.includes("reportedBy") && { reportedByUserId: null }),
        updatedAt: new Date(),
      })
      .where(ofIncident(tx, id));
    await recordEvents(tx, [
      {
        action: "incident.updated",
        subject: subjectOf(student),
        before: { incidentId: id },
        after: { ...namesAlone(changed), incidentId: id },
      },
    ]);
  });
}

/** Takes an incident back as written in error: it stays, and is shown as such. Quiet where it was taken back already. */
export async function voidIncident(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await setVoided(actor, id, true);
}

/** Lets an incident count again that was taken back. */
export async function restoreIncident(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await setVoided(actor, id, false);
}

async function setVoided(actor: OrganizationActor, id: string, isVoided: boolean): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { student, voidedAt } = await lockIncident(tx, id);
    if ((voidedAt !== null) === isVoided) return;
    await tx.db
      .update(incidents)
      .set({ voidedAt: isVoided ? new Date() : null, updatedAt: new Date() })
      .where(ofIncident(tx, id));
    await recordEvents(tx, [
      {
        action: isVoided ? "incident.voided" : "incident.restored",
        subject: subjectOf(student),
        after: { incidentId: id },
      },
    ]);
  });
}
