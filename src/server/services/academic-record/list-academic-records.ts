import { and, desc, eq } from "drizzle-orm";
import { academicRecords } from "@/db/schema/tenant/student-records";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { MAX_ACADEMIC_RECORDS } from "@/domain/academic-record-list";
import { requireStudent } from "../student";
import { recordColumns } from "./queries";

/** A student's school years, the newest first, for whoever reaches the student. */
export async function listAcademicRecords(actor: OrganizationActor, { studentId }: { studentId: string }) {
  return readInOrganization(actor, async (tx) => {
    const [, rows] = await Promise.all([
      requireStudent(tx, studentId),
      tx.db
        .select({ id: academicRecords.id, ...recordColumns })
        .from(academicRecords)
        .where(
          and(
            eq(academicRecords.organizationId, actor.organizationId),
            eq(academicRecords.studentId, studentId),
          ),
        )
        .orderBy(desc(academicRecords.year), desc(academicRecords.id))
        .limit(MAX_ACADEMIC_RECORDS),
    ]);
    return rows;
  });
}
