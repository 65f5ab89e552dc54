export type ImageKind = "png" | "jpeg" | "webp" | "gif" | "avif";

/** What kind of picture the bytes begin as, `svg` so that it can be refused by name; undefined for anything else. */
export function kindOf(bytes: Uint8Array): ImageKind | "svg" | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString(
    "latin1",
  );
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) return "webp";
  if (/^GIF8[79]a/.test(head)) return "gif";
  if (head.startsWith("ftypavif", 4) || head.startsWith("ftypavis", 4)) return "avif";
  return /<svg[\s>]/i.test(head) ? "svg" : undefined;
}
