import { z } from "zod";
import { tidyText } from "@/lib/tidy-text";
import { MAX_DOCUMENT_BYTES, MAX_DOCUMENT_NAME, MAX_DOCUMENTS } from "./student-document-list";
import { STUDENT_DOCUMENT_KINDS } from "./student-list";

/** Inputs about a student's papers; issues carry keys of the `errors` messages. */

const kind = z.enum(STUDENT_DOCUMENT_KINDS);

/** One line, without what file systems and headers read as something else. */
export const documentNameSchema = z
  .string({ error: "document.nameEmpty" })
  .max(1_000, "document.nameTooLong")
  .transform((text) => tidyText(text.replace(/[/\\:*?"<>|]/g, " ")).replace(/^\.+/, ""))
  .pipe(z.string().min(1, "document.nameEmpty").max(MAX_DOCUMENT_NAME, "document.nameTooLong"));

export const documentFormSchema = z.object({ name: documentNameSchema, kind });

export const uploadDocumentInput = z.object({
  studentId: z.uuid(),
  kind,
  /** As the file was called; its ending is replaced by that of what is in it. */
  name: documentNameSchema,
  content: z
    .instanceof(Uint8Array)
    .refine(({ byteLength }) => byteLength > 0, "document.empty")
    .refine(({ byteLength }) => byteLength <= MAX_DOCUMENT_BYTES, "document.tooLarge"),
});

export const studentDocumentsInput = z.object({ studentId: z.uuid() });
export const documentIdInput = z.object({ id: z.uuid() });
export const documentIdsInput = z.object({
  ids: z
    .array(z.uuid())
    .min(1)
    .max(MAX_DOCUMENTS)
    .transform((ids) => [...new Set(ids)]),
});
export const updateDocumentInput = documentIdInput.extend({
  name: documentNameSchema.optional(),
  kind: kind.optional(),
});

export type UploadDocumentInput = z.output<typeof uploadDocumentInput>;
export type UpdateDocumentInput = z.output<typeof updateDocumentInput>;
export type DocumentIdsInput = z.output<typeof documentIdsInput>;
