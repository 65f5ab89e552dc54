import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { studentDocuments } from "@/db/schema/tenant/student-records";
import type { TenantTx } from "@/db/scope";
import { can } from "@/domain/permissions";
import { FAMILY_DOCUMENT_KINDS } from "@/domain/student-document-list";
import { notFound } from "@/server/errors";
import { requireStudent, type StudentRow } from "../student";

export type DocumentRow = typeof studentDocuments.$inferSelect;

/** Documents that the actor may see of the students within their reach: an administrator all, a family its own. */
export function visible({ actor }: Pick<TenantTx, "actor">): SQL | undefined {
  const ofSchool = eq(studentDocuments.organizationId, actor.organizationId);
  if (can(actor.role, "student:manage")) return ofSchool;
  return and(
    ofSchool,
    inArray(studentDocuments.kind, [...FAMILY_DOCUMENT_KINDS]),
    isNull(studentDocuments.removedAt),
  );
}

/** Throws NOT_FOUND unless the document is there, may be seen by the actor, and its student is within their reach. */
export async function requireDocument(
  tx: TenantTx,
  id: string,
): Promise<{ document: DocumentRow; student: StudentRow }> {
  const [document] = await tx.db
    .select()
    .from(studentDocuments)
    .where(and(visible(tx), eq(studentDocuments.id, id)));
  if (!document) throw notFound();
  return { document, student: await requireStudent(tx, document.studentId) };
}
