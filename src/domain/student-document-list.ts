import type { StudentDocumentKind } from "./student-list";

/** What can be kept of a student's papers, for server and browser; `student-document.ts` has the schemas. */

/** Bytes of the file as it is sent. */
export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;
/** For `<input accept>`; the server goes by the content. */
export const DOCUMENT_TYPES = ["application/pdf", "image/jpeg", "image/png", "image/webp"] as const;
/** Papers of one student, removed ones among them. */
export const MAX_DOCUMENTS = 300;
export const MAX_DOCUMENT_NAME = 120;
/**
 * What a family sees of its child's papers: what came from the family or is meant for it. What schools write to each
 * other, and what has no kind, stays with the school.
 */
export const FAMILY_DOCUMENT_KINDS: readonly StudentDocumentKind[] = [
  "birth_certificate",
  "identity_card",
  "photo",
  "vaccination_card",
  "medical_report",
  "grades",
  "agreement",
];
