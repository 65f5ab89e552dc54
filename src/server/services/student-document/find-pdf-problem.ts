import { promisify } from "node:util";
import { constants, inflate } from "node:zlib";

/** `damaged`: no whole PDF; `locked`: under a password; `active`: it does something when it is opened, or hides something. */
export type PdfProblem = "damaged" | "locked" | "active";

const inflated = promisify(inflate);
/** Bytes that the packed parts of one file may open into. */
const MAX_INFLATED = 64 * 1024 * 1024;

/** Characters of what stands around the name of a packed part, and such parts of one file. */
const MAX_HEAD = 4_000;
const MAX_PACKED = 20_000;

const HEADER = /^%PDF-[12]\.\d/;
/** What runs, calls, sends or carries another file. */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?=[\s/<>[\]()\d])|<(?:script|html|svg|iframe|object)[\s>/]/i;
/** A name that spells letters as numbers, which writers do for no letter of these. */
const SPELLED = /\/[^\s/<>[\]()%]*#[0-9A-Fa-f]{2}[^\s/<>[\]()%]*/g;
const STRUCTURE = /^\/(?:ObjStm|Encrypt|Filter|Type)$/;
/** The directory at the end of a ZIP file, and how far from the end of the file readers look for it. */
const ZIP_END = "PK\x05\x06";
const ZIP_REACH = 65_557;

/**
 * What keeps a file that begins as a PDF from being kept, undefined for nothing. Its text is searched as it stands, and
 * so are its packed objects, which is where writers put actions; what cannot be unpacked is refused.
 */
export async function findPdfProblem(bytes: Uint8Array): Promise<PdfProblem | undefined> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const end = text.lastIndexOf("%%EOF");
  if (!HEADER.test(text) || end < 0 || !text.includes("startxref")) return "damaged";
  // What follows the end is another file's.
  if (/[^\s\0]/.test(text.slice(end + 5)) || text.slice(-ZIP_REACH).includes(ZIP_END)) return "active";
  if (/\/Encrypt(?![A-Za-z])/.test(text)) return "locked";
  if (isActive(text)) return "active";
  return problemOfPacked(bytes, text);
}

function isActive(text: string): boolean {
  if (ACTIVE.test(text)) return true;
  return [...text.matchAll(SPELLED)].some(([name]) => {
    const read = name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    return ACTIVE.test(`${read} `) || STRUCTURE.test(read);
  });
}

async function problemOfPacked(bytes: Uint8Array, text: string): Promise<PdfProblem | undefined> {
  let [left, count, begin] = [MAX_INFLATED, 0, 0];
  for (const { index } of text.matchAll(/\/ObjStm(?![A-Za-z])/g)) {
    // Another name in a head that was read already.
    if (index < begin) continue;
    const keyword = /stream\r?\n/.exec(text.slice(index, index + MAX_HEAD));
    count += 1;
    if (!keyword || count > MAX_PACKED) return "damaged";
    const before = text.slice(Math.max(begin, index - MAX_HEAD), index);
    begin = index + keyword.index + keyword[0].length;
    const head = before.slice(Math.max(before.lastIndexOf("obj"), 0)) + text.slice(index, begin);
    // Not packed at all: searched already with the rest.
    if (!head.includes("/Filter")) continue;
    if (!/\/Filter\s*\[?\s*\/FlateDecode\s*[\]/>]/.test(head) || head.includes("/DecodeParms"))
      return "damaged";
    const objects = await unpacked(bytes.subarray(begin), left);
    if (!objects) return "damaged";
    if (isActive(objects.toString("latin1"))) return "active";
    left -= objects.byteLength;
  }
  return undefined;
}

async function unpacked(packed: Uint8Array, maxOutputLength: number): Promise<Buffer | undefined> {
  try {
    return await inflated(packed, {
      maxOutputLength: Math.max(1, maxOutputLength),
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch {
    return undefined;
  }
}
