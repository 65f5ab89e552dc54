/** The list of contents of a zip archive, read without inflating anything. */

export type ZipEntry = {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  compressedSize: number;
  /** As declared, which is not to be believed when inflating. */
  size: number;
  /** Of the local header, from the beginning of the archive. */
  offset: number;
};

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const ZIP64 = 0xffffffff;

/** Entries of an archive, or undefined where it is broken, encrypted, ZIP64, or packed in a way of its own. */
export function readZipDirectory(bytes: Buffer, maxEntries: number): ZipEntry[] | undefined {
  const end = findEnd(bytes);
  if (end === undefined) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > maxEntries || at === ZIP64) return undefined;
  const entries = new Map<string, ZipEntry>();
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > end || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) return undefined;
    const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    const method = bytes.readUInt16LE(at + 10);
    const nameEnd = at + ENTRY_LENGTH + bytes.readUInt16LE(at + 28);
    const entry = {
      name: bytes.toString("utf8", at + ENTRY_LENGTH, nameEnd),
      method,
      compressedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    if (encrypted || (method !== 0 && method !== 8) || entries.has(entry.name)) return undefined;
    if (entry.offset + entry.compressedSize > bytes.length) return undefined;
    entries.set(entry.name, entry);
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return [...entries.values()];
}

function findEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - END_LENGTH - 0xffff);
  for (let at = bytes.length - END_LENGTH; at >= first; at--)
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at;
  return undefined;
}
