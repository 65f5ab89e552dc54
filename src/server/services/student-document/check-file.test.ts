import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { MAX_DOCUMENT_BYTES } from "@/domain/student-document-list";
import { pdf, pdfWith } from "../../../../tests/support/papers";
import { refusal } from "../../../../tests/support/people";
import { checkFile } from "./check-file";

const SCRIPT = "<script>alert(document.domain)</script>";
const bytes = (text: string) => Buffer.from(text, "latin1");

const refused = async (content: Uint8Array) => (await refusal(checkFile(content))).key;

test("keeps a PDF byte for byte, also one that was saved again or ends in blank lines", async () => {
  for (const content of [
    pdf(),
    Buffer.concat([pdf(), bytes("\r\n\0\0")]),
    bytes(`${pdf().toString("latin1")}${pdf().toString("latin1").slice(9)}`),
  ]) {
    const file = await checkFile(content);
    expect(file).toMatchObject({ mediaType: "application/pdf", ending: "pdf" });
    expect(Buffer.from(file.bytes).equals(content)).toBe(true);
  }
});

test("looks into packed objects, and lets through what does nothing", async () => {
  const file = await checkFile(pdfWith("<< /Type /Catalog /OpenAction [3 0 R /Fit] >>"));
  expect(file.ending).toBe("pdf");
});

test.each(["png", "jpeg", "webp"] as const)("draws a %s anew as JPEG", async (format) => {
  const picture = sharp({ create: { width: 40, height: 20, channels: 3, background: "#0c6170" } });
  const content = Buffer.concat([await picture.toFormat(format).toBuffer(), bytes(SCRIPT)]);
  const file = await checkFile(content);
  expect(file).toMatchObject({ mediaType: "image/jpeg", ending: "jpg" });
  expect(Buffer.from(file.bytes).includes("script")).toBe(false);
  expect((await sharp(file.bytes).metadata()).format).toBe("jpeg");
});

describe("refuses", () => {
  const action = (name: string) => `<< /Type /Action /S ${name} /JS (app.alert\\(1\\)) >>`;

  test.each([
    ["nothing", "document.empty", bytes("")],
    ["more than 10 MB", "document.tooLarge", Buffer.alloc(MAX_DOCUMENT_BYTES + 1)],
    ["a page", "document.unsupported", bytes(`<!doctype html><html>${SCRIPT}</html>`)],
    ["a program", "document.unsupported", bytes("MZ\x90\0\x03")],
    ["a Word document", "document.unsupported", bytes("PK\x03\x04word/document.xml")],
    ["a GIF", "document.unsupported", bytes("GIF89a\x01\0\x01\0")],
    ["an iPhone's own format", "document.heic", bytes("\0\0\0\x18ftypheic\0\0\0\0")],
    ["a drawing", "image.svg", bytes(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`)],
    ["a page that begins as a JPEG", "image.damaged", bytes(`\xff\xd8\xff\xe0${SCRIPT}`)],
    ["a PDF that is cut off", "document.pdf.damaged", pdf().subarray(0, 60)],
    ["a PDF that begins later", "document.unsupported", Buffer.concat([bytes("\n"), pdf()])],
    ["a page that begins as a PDF", "document.pdf.damaged", bytes(`%PDF-1.7\n${SCRIPT}`)],
    ["a page inside a PDF", "document.pdf.active", pdf(SCRIPT)],
    ["a PDF with a page behind it", "document.pdf.active", Buffer.concat([pdf(), bytes(SCRIPT)])],
    ["a PDF that is a ZIP file too", "document.pdf.active", pdf("", "PK\x05\x06 \n%%EOF\n")],
    [
      "a PDF under a password",
      "document.pdf.locked",
      pdf("", "trailer << /Encrypt 9 0 R >>\nstartxref\n0\n%%EOF"),
    ],
    ["a PDF with a script", "document.pdf.active", pdf(action("/JavaScript"))],
    ["a PDF that starts a program", "document.pdf.active", pdf(action("/Launch"))],
    ["a PDF that carries a file", "document.pdf.active", pdf("<< /Names << /EmbeddedFiles 4 0 R >> >>")],
    ["a script by a spelled name", "document.pdf.active", pdf(action("/J#61vaScript"))],
    ["a spelled name of packed objects", "document.pdf.active", pdf("<< /Type /Obj#53tm >>")],
    ["a script among packed objects", "document.pdf.active", pdfWith(action("/JavaScript"))],
    ["a spelled script among packed objects", "document.pdf.active", pdfWith(action("/Java#53cript"))],
    [
      "objects packed in an odd way",
      "document.pdf.damaged",
      pdfWith("x", "/Filter [/ASCIIHexDecode /FlateDecode]"),
    ],
    [
      "objects behind a filter of pictures",
      "document.pdf.damaged",
      pdfWith("x", "/Filter /FlateDecode /DecodeParms << /Predictor 12 >>"),
    ],
    [
      "packed objects that are none",
      "document.pdf.damaged",
      pdf("1 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nno\nendstream"),
    ],
    ["few bytes that open into very many", "document.pdf.damaged", bombs()],
  ])("%s", async (_, key, content) => {
    expect(await refused(content)).toBe(key);
  });

  test("a file of nothing but names in the time of a glance", async () => {
    const many = "/ObjStm stream\n".repeat(600_000);
    const start = performance.now();
    expect(await refused(pdf(many))).toBe("document.pdf.damaged");
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

/** A PDF of some kilobytes whose packed objects are 80 MB. */
function bombs(): Buffer {
  const packed = deflateSync(Buffer.alloc(40_000_000), { level: 9 }).toString("latin1");
  const one = `1 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n${packed}\nendstream\nendobj\n`;
  return pdf(one + one);
}
