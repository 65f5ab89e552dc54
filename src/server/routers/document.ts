import {
  documentIdInput,
  documentIdsInput,
  studentDocumentsInput,
  updateDocumentInput,
  uploadDocumentInput,
} from "@/domain/student-document";
import {
  downloadDocument,
  listDocuments,
  removeDocuments,
  restoreDocuments,
  updateDocument,
  uploadDocument,
} from "../services/student-document";
import { permit, router } from "../trpc";

const managing = permit("student:manage");
const reading = permit("student:manage", "student:read-children");

/** A student's documents: the school's administrators keep them, a family sees what is meant for it. */
export const documentRouter = router({
  list: reading.input(studentDocumentsInput).query(({ ctx, input }) => listDocuments(ctx.actor, input)),
  /** Gives an address for the bytes: who took them out is recorded. */
  download: reading.input(documentIdInput).query(({ ctx, input }) => downloadDocument(ctx.actor, input)),
  upload: managing.input(uploadDocumentInput).mutation(({ ctx, input }) => uploadDocument(ctx.actor, input)),
  update: managing.input(updateDocumentInput).mutation(({ ctx, input }) => updateDocument(ctx.actor, input)),
  remove: managing.input(documentIdsInput).mutation(({ ctx, input }) => removeDocuments(ctx.actor, input)),
  restore: managing.input(documentIdsInput).mutation(({ ctx, input }) => restoreDocuments(ctx.actor, input)),
});
