import type { Permission } from "./permissions";

/** What a key for another program can be, for server and browser; `api-key.ts` has the schemas. */

/** What a key can be given: what the operations of the REST API ask of a school's admin, and nothing besides. */
export const API_KEY_PERMISSIONS = [
  "organization:read",
  "organization:update",
  "user:list",
  "class:list",
  "invitation:list",
  "statistics:read",
] as const satisfies readonly Permission[];
export type ApiKeyPermission = (typeof API_KEY_PERMISSIONS)[number];

/** Days that the form offers; any number up to the last is good. */
export const API_KEY_DAYS = [30, 90, 180, 365] as const;
export const MAX_API_KEY_DAYS = 365;
/** Keys of a school that work at one time. */
export const MAX_API_KEYS = 50;
/** Days for which a key that works no longer stays in the list. */
export const ENDED_API_KEYS_SHOWN_DAYS = 90;

/** `hr_`, eight characters to tell the key by, and 256 random bits. */
export const API_KEY_FORM = /^hr_[a-z0-9]{8}_[\w-]{43}$/;
