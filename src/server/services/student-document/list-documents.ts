import { and, desc, eq } from "drizzle-orm";
import { studentDocuments } from "@/db/schema/tenant/student-records";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { MAX_DOCUMENTS } from "@/domain/student-document-list";
import { requireStudent } from "../student";
import { visible } from "./queries";

/** A student's documents, the newest first: an administrator sees the removed ones too, a family those meant for it. */
export async function listDocuments(actor: OrganizationActor, { studentId }: { studentId: string }) {
  return readInOrganization(actor, async (tx) => {
    const [, rows] = await Promise.all([
      requireStudent(tx, studentId),
      tx.db
        .select({
          id: studentDocuments.id,
          kind: studentDocuments.kind,
          name: studentDocuments.name,
          mediaType: studentDocuments.mediaType,
          byteSize: studentDocuments.byteSize,
          uploadedBy: studentDocuments.uploadedBy,
          createdAt: studentDocuments.createdAt,
          removedAt: studentDocuments.removedAt,
        })
        .from(studentDocuments)
        .where(and(visible(tx), eq(studentDocuments.studentId, studentId)))
        .orderBy(desc(studentDocuments.createdAt), desc(studentDocuments.id))
        .limit(MAX_DOCUMENTS),
    ]);
    return rows;
  });
}
