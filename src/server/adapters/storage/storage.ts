import { env } from "@/lib/env";
import type { StorageDriver } from "./driver";
import { localStorage } from "./local";
import { type SignedFor, signUrl } from "./signed-url";

export { type StudentFolder, schoolKey, studentKey } from "./key";

export interface Storage extends StorageDriver {
  /** An address that gives the file, for so many seconds at most; anyone who has it may look. */
  signedUrl(key: string, options: SignedFor): string;
}

// Long enough for a page that stays open over a morning.
const SIX_HOURS = 6 * 60 * 60;

let current: Storage | undefined;

/** The storage of this process: the folder of STORAGE_DIR. */
export function storage(): Storage {
  current ??= {
    ...localStorage(env().STORAGE_DIR),
    signedUrl: signUrl,
  };
  return current;
}

/** The address of a picture on a page, good for six hours at most. */
export function fileUrl(key: string): string {
  return storage().signedUrl(key, { expiresIn: SIX_HOURS });
}
