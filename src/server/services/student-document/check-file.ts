import { MAX_DOCUMENT_BYTES } from "@/domain/student-document-list";
import { DomainError } from "@/server/errors";
import { kindOf, reencodeScan } from "../image";
import { findPdfProblem } from "./find-pdf-problem";

/** What is kept of an uploaded file: a PDF as it came, a picture as we drew it. */
export type CheckedFile = {
  bytes: Uint8Array;
  mediaType: "application/pdf" | "image/jpeg";
  ending: "pdf" | "jpg";
};

const SCANS = new Set(["png", "jpeg", "webp"]);

/**
 * The file as it may be kept, known by its bytes and not by its name. Throws BAD_REQUEST with what is wrong for
 * anything that is no PDF, JPEG, PNG or WebP, for what is broken, and for a PDF that is locked or does something.
 */
export async function checkFile(content: Uint8Array): Promise<CheckedFile> {
  if (content.byteLength === 0) throw refusal("document.empty");
  if (content.byteLength > MAX_DOCUMENT_BYTES) throw refusal("document.tooLarge");
  const head = Buffer.from(content.subarray(0, 16)).toString("latin1");
  if (head.startsWith("%PDF-")) {
    const problem = await findPdfProblem(content);
    if (problem) throw refusal(`document.pdf.${problem}`);
    return { bytes: content, mediaType: "application/pdf", ending: "pdf" };
  }
  if (/^.{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/s.test(head)) throw refusal("document.heic");
  const kind = kindOf(content);
  if (kind === undefined || !(kind === "svg" || SCANS.has(kind))) throw refusal("document.unsupported");
  return { bytes: await reencodeScan(content), mediaType: "image/jpeg", ending: "jpg" };
}

function refusal(key: string): DomainError {
  return new DomainError("invalid", key, { field: "content" });
}
