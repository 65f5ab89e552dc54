import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { isStorageKey } from "./key";

/** Where `src/app/api/files` serves. */
const PATH = "/api/files/";

export type SignedFor = {
  /** Seconds. */
  expiresIn: number;
  /** The file is saved under this name, and never shown in place. */
  saveAs?: string | undefined;
};

/**
 * An address of our own origin that gives the file for `expiresIn` seconds at most and half of that at least. It stays
 * the same for half of that too, so that browsers keep what they have.
 */
export function signUrl(key: string, { expiresIn, saveAs }: SignedFor, now = Date.now()): string {
  if (!isStorageKey(key)) throw new Error("Not the key of a file");
  const window = Math.max(1, Math.floor(expiresIn / 2));
  const expires = Math.floor(now / 1000 / window) * window + expiresIn;
  const query = new URLSearchParams({ expires: String(expires), signature: signature(key, expires, saveAs) });
  if (saveAs !== undefined) query.set("as", saveAs);
  return `${PATH}${key}?${query}`;
}

/** The seconds that the address is good for still; undefined for one that we did not sign or whose time is over. */
export function secondsLeft(
  key: string,
  given: { expires: string | null; signature: string | null; saveAs?: string | undefined },
  now = Date.now(),
): number | undefined {
  if (!isStorageKey(key) || !/^[1-9]\d{0,11}$/.test(given.expires ?? "") || !given.signature)
    return undefined;
  const expires = Number(given.expires);
  if (!isSame(given.signature, signature(key, expires, given.saveAs))) return undefined;
  const left = expires - Math.floor(now / 1000);
  return left > 0 ? left : undefined;
}

// A key has no line of its own in it: what follows it is the name alone.
function signature(key: string, expires: number, saveAs: string | undefined): string {
  const signed = [expires, key, ...(saveAs === undefined ? [] : [saveAs])].join("\n");
  return createHmac("sha256", env().STORAGE_SECRET).update(signed, "utf8").digest("base64url");
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given, "utf8"), Buffer.from(expected, "utf8")];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}
