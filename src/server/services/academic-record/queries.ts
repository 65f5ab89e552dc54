import { and, eq } from "drizzle-orm";
import { academicRecords } from "@/db/schema/tenant/student-records";
import type { TenantTx } from "@/db/scope";
import { notFound } from "@/server/errors";
import { lockStudent } from "../student";

/** What an academic record says, as forms and the log have it. */
export const recordColumns = {
  year: academicRecords.year,
  grade: academicRecords.grade,
  section: academicRecords.section,
  school: academicRecords.school,
  average: academicRecords.average,
  literal: academicRecords.literal,
  result: academicRecords.result,
  notes: academicRecords.notes,
};

/** That one record of the actor's school. */
export function ofRecord({ actor }: Pick<TenantTx, "actor">, id: string) {
  return and(eq(academicRecords.organizationId, actor.organizationId), eq(academicRecords.id, id));
}

/** The record and its student, both locked. Throws NOT_FOUND, and CONFLICT where the student's records are closed. */
export async function lockRecord(tx: TenantTx, id: string) {
  const [found] = await tx.db
    .select({ studentId: academicRecords.studentId })
    .from(academicRecords)
    .where(ofRecord(tx, id));
  if (!found) throw notFound();
  const student = await lockStudent(tx, found.studentId);
  const [record] = await tx.db
    .select({ ...recordColumns, rolloverId: academicRecords.rolloverId })
    .from(academicRecords)
    .where(ofRecord(tx, id))
    .for("update");
  if (!record) throw notFound();
  return { student, record };
}
