import { and, desc, eq, gt, sql } from "drizzle-orm";
import { z } from "zod";
import { auditEvents } from "@/db/schema/core/audit";
import { academicRecords } from "@/db/schema/tenant/student-records";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import {
  type AddAcademicRecordInput,
  academicYearSchema,
  type RestoreAcademicRecordInput,
  type UpdateAcademicRecordInput,
} from "@/domain/academic-record";
import { MAX_ACADEMIC_RECORDS } from "@/domain/academic-record-list";
import { judgeChange } from "@/domain/stale";
import { undoableSince } from "@/lib/duration";
import { newId } from "@/lib/ids";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockStudent, subjectOf } from "../student";
import { lockRecord, ofRecord } from "./queries";

/** Adds a year to a student's school years. Throws CONFLICT where there are too many already. */
export async function addAcademicRecord(
  actor: OrganizationActor,
  { studentId, ...values }: AddAcademicRecordInput,
): Promise<{ id: string }> {
  return inOrganization(actor, async (tx) => {
    const student = await lockStudent(tx, studentId);
    await requireRoom(tx, studentId);
    const { organizationId } = actor;
    const id = newId();
    await tx.db.insert(academicRecords).values({ organizationId, id, studentId, ...values });
    await recordEvents(tx, [
      { action: "student.year_added", subject: subjectOf(student), after: { ...values, recordId: id } },
    ]);
    return { id };
  });
}

/**
 * Changes what is given of a year. Throws CONFLICT `record.stale` where somebody else has changed since `base` one of the
 * fields given, and BAD_REQUEST where a year would have an average and a literal.
 */
export async function updateAcademicRecord(
  actor: OrganizationActor,
  { id, base, ...given }: UpdateAcademicRecordInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { student, record } = await lockRecord(tx, id);
    const { rolloverId: _rolloverId, ...found } = record;
    const { changed, stale } = judgeChange(found, given, base);
    if (stale.length > 0) throw new DomainError("conflict", "record.stale");
    if (changed.length === 0) return;
    const only = (values: Record<string, unknown>) =>
      Object.fromEntries(changed.map((field) => [field, values[field]]));
    const wanted = { ...found, ...only(given) };
    if (wanted.average !== null && wanted.literal !== "")
      throw new DomainError("invalid", "record.averageOrLiteral", { field: "literal" });
    await tx.db
      .update(academicRecords)
      .set({ ...wanted, updatedAt: new Date() })
      .where(ofRecord(tx, id));
    await recordEvents(tx, [
      {
        action: "student.year_changed",
        subject: subjectOf(student),
        before: { ...only(found), recordId: id },
        after: { ...only(given), recordId: id },
      },
    ]);
  });
}

const REMOVED = "student.year_removed";
const removedSchema = academicYearSchema.extend({ rolloverId: z.uuid().nullable() });

/** Takes a year away; `restoreAcademicRecord` brings it back. */
export async function removeAcademicRecord(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { student, record } = await lockRecord(tx, id);
    await tx.db.delete(academicRecords).where(ofRecord(tx, id));
    await recordEvents(tx, [
      { action: REMOVED, subject: subjectOf(student), before: { ...record, recordId: id } },
    ]);
  });
}

/** Brings a year back as the log has it, within 30 days; quiet where it is there. */
export async function restoreAcademicRecord(
  actor: OrganizationActor,
  { studentId, id }: RestoreAcademicRecordInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const student = await lockStudent(tx, studentId);
    const { organizationId } = actor;
    const [there] = await tx.db
      .select({ studentId: academicRecords.studentId })
      .from(academicRecords)
      .where(ofRecord(tx, id));
    if (there?.studentId === studentId) return;
    const [event] = await tx.db
      .select({ before: auditEvents.before })
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.organizationId, organizationId),
          eq(auditEvents.subjectId, studentId),
          eq(auditEvents.action, REMOVED),
          gt(auditEvents.createdAt, undoableSince()),
          sql`${auditEvents.before} ->> 'recordId' = ${id}`,
        ),
      )
      .orderBy(desc(auditEvents.createdAt))
      .limit(1);
    if (there || !event) throw notFound();
    await requireRoom(tx, studentId);
    const values = removedSchema.parse(event.before);
    await tx.db.insert(academicRecords).values({ organizationId, id, studentId, ...values });
    await recordEvents(tx, [
      { action: "student.year_restored", subject: subjectOf(student), after: { ...values, recordId: id } },
    ]);
  });
}

async function requireRoom(tx: TenantTx, studentId: string): Promise<void> {
  const own = eq(academicRecords.organizationId, tx.actor.organizationId);
  const kept = await tx.db.$count(academicRecords, and(own, eq(academicRecords.studentId, studentId)));
  if (kept >= MAX_ACADEMIC_RECORDS)
    throw new DomainError("conflict", "record.tooMany", { values: { max: MAX_ACADEMIC_RECORDS } });
}
