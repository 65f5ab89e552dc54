import { createHash, randomBytes } from "node:crypto";

const BYTES = 32;

/** 256 random bits for a link, and the SHA-256 that is stored in their place. */
export function createToken(): { token: string; hash: string } {
  const token = randomBytes(BYTES).toString("base64url");
  return { token, hash: hashToken(token) };
}

/** SHA-256 in hexadecimal, by which a token is looked up; enough for a secret of 256 bits, which no one can guess at. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}

/** Whether the text has the shape of a token: what has not is not worth a look-up. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}
