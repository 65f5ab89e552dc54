import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { isStorageKey } from "./key";

/** Where `src/app/api/files` serves. */
const PATH = "/api/files/";

/**
 * An address of our own origin that shows the file for `expiresIn` seconds at most and half of that at least. It stays
 * the same for half of that too, so that browsers keep what they have.
 */
export function signUrl(key: string, expiresIn: number, now = Date.now()): string {
  if (!isStorageKey(key)) throw new Error("Not the key of a file");
  const window = Math.max(1, Math.floor(expiresIn / 2));
  const expires = Math.floor(now / 1000 / window) * window + expiresIn;
  return `${PATH}${key}?expires=${expires}&signature=${signature(key, expires)}`;
}

/** The seconds that the address is good for still; undefined for one that we did not sign or whose time is over. */
export function secondsLeft(
  key: string,
  given: { expires: string | null; signature: string | null },
  now = Date.now(),
): number | undefined {
  if (!isStorageKey(key) || !/^[1-9]\d{0,11}$/.test(given.expires ?? "") || !given.signature)
    return undefined;
  const expires = Number(given.expires);
  if (!isSame(given.signature, signature(key, expires))) return undefined;
  const left = expires - Math.floor(now / 1000);
  return left > 0 ? left : undefined;
}

function signature(key: string, expires: number): string {
  return createHmac("sha256", env().STORAGE_SECRET).update(`${expires}\n${key}`, "utf8").digest("base64url");
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given, "utf8"), Buffer.from(expected, "utf8")];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}
