import { and, eq } from "drizzle-orm";
import { studentDocuments } from "@/db/schema/tenant/student-records";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { UploadDocumentInput } from "@/domain/student-document";
import { MAX_DOCUMENTS } from "@/domain/student-document-list";
import { newId } from "@/lib/ids";
import { putThen } from "@/server/adapters/storage/put-then";
import { studentKey } from "@/server/adapters/storage/storage";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockStudent, subjectOf } from "../student";
import { checkFile } from "./check-file";

/**
 * Keeps a file among a student's documents, under its name with the ending of what it is. Throws BAD_REQUEST for bytes
 * that are not kept (`checkFile`), and CONFLICT where the student has too many documents.
 */
export async function uploadDocument(
  actor: OrganizationActor,
  { studentId, kind, name, content }: UploadDocumentInput,
): Promise<{ id: string }> {
  const { organizationId } = actor;
  // Before the work of looking at the file, for whom there is none to do; and again with what is written.
  await inOrganization(actor, (tx) => requireRoom(tx, studentId));
  const { bytes, mediaType, ending } = await checkFile(content);
  const id = newId();
  const document = {
    ...{ organizationId, id, studentId, kind, mediaType },
    name: named(name, ending),
    byteSize: bytes.byteLength,
    storageKey: studentKey({ organizationId, studentId }, "documents", `${id}.${ending}`),
    uploadedBy: actor.name,
  };
  await putThen(document.storageKey, bytes, () =>
    inOrganization(actor, async (tx) => {
      const student = await requireRoom(tx, studentId);
      await tx.db.insert(studentDocuments).values(document);
      await recordEvents(tx, [
        {
          action: "student.document_uploaded",
          subject: subjectOf(student),
          after: { documentId: id, document: document.name, documentKind: kind },
        },
      ]);
    }),
  );
  return { id };
}

async function requireRoom(tx: TenantTx, studentId: string) {
  const student = await lockStudent(tx, studentId);
  const own = eq(studentDocuments.organizationId, tx.actor.organizationId);
  const kept = await tx.db.$count(studentDocuments, and(own, eq(studentDocuments.studentId, studentId)));
  if (kept >= MAX_DOCUMENTS)
    throw new DomainError("conflict", "document.tooMany", { values: { max: MAX_DOCUMENTS } });
  return student;
}

/** The name with the ending of what the file is, whatever it was called. */
function named(name: string, ending: string): string {
  return `${name.replace(/\.[a-z0-9]{1,5}$/i, "") || name}.${ending}`;
}
