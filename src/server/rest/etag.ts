import { createHash } from "node:crypto";
import { Problem } from "./problem";

/** The strong ETag of a representation. */
export function etagOf(body: string): string {
  return `"${createHash("sha256").update(body, "utf8").digest("base64url").slice(0, 27)}"`;
}

/** Whether the client has this representation already. */
export function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  // Compared weakly (RFC 9110, 13.1.2): a proxy may have weakened what we sent.
  return ifNoneMatch !== null && listed(ifNoneMatch.replaceAll("W/", ""), etag);
}

/** Throws where a change is not of what is there now: `required` asks that the client says what it saw. */
export function requireMatch(ifMatch: string | null, etag: string, required: boolean): void {
  if (ifMatch === null) {
    if (required) throw new Problem("precondition-required");
    return;
  }
  if (!listed(ifMatch, etag)) throw new Problem("precondition-failed", { headers: { etag } });
}

function listed(header: string, etag: string): boolean {
  const tags = header.split(",").map((tag) => tag.trim());
  return tags.includes("*") || tags.includes(etag);
}
