/** A mail as a person's program would show it. */
export interface Mail {
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  /** By lower-case name, unfolded; of a repeated one the last. */
  headers: Record<string, string>;
}

/** Reads a message of RFC 5322 with the parts of MIME that mails use; attachments are left out. */
export function parseMail(raw: string, envelope: { from: string; to: string[] }): Mail {
  const { headers, body } = split(raw);
  return {
    ...envelope,
    subject: decodeWords(headers.subject ?? ""),
    text: find(headers, body, "text/plain") ?? "",
    html: find(headers, body, "text/html") ?? "",
    headers,
  };
}

function split(raw: string): { headers: Record<string, string>; body: string } {
  const [, head = "", body = ""] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? [undefined, raw, ""];
  const headers: Record<string, string> = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, body };
}

function find(headers: Record<string, string>, body: string, wanted: string): string | undefined {
  const type = headers["content-type"] ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary) {
    for (const part of body.split(`--${boundary}`).slice(1, -1)) {
      const inner = split(part.replace(/^\r?\n/, ""));
      const found = find(inner.headers, inner.body.replace(/\r?\n$/, ""), wanted);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!type.toLowerCase().startsWith(wanted)) return undefined;
  if ((headers["content-disposition"] ?? "").startsWith("attachment")) return undefined;
  return decodeBody(body, (headers["content-transfer-encoding"] ?? "7bit").toLowerCase());
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding === "quoted-printable") return decodeQuoted(body.replace(/=[ \t]*\r?\n/g, ""));
  return Buffer.from(body, "latin1").toString("utf8");
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

// RFC 2047; blanks between two encoded words are not part of the text.
function decodeWords(text: string): string {
  return text
    .replace(/(=\?[^?]+\?[QB]\?[^?]*\?=)\s+(?==\?)/gi, "$1")
    .replace(/=\?[^?]+\?([QB])\?([^?]*)\?=/gi, (_, kind: string, content: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(content, "base64").toString("utf8")
        : decodeQuoted(content.replaceAll("_", " ")),
    );
}
