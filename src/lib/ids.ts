import { v7 } from "uuid";

/** A new id, UUIDv7: ids made later sort later. */
export function newId(): string {
  return v7();
}

/** What no row has. */
export const NIL_UUID = "00000000-0000-0000-0000-000000000000";

/** Strict enough that the text may be written into SQL: RFC 9562 form, 36 characters, hexadecimal and hyphens only. */
export function isUuid(text: unknown): text is string {
  return (
    typeof text === "string" &&
    /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(text)
  );
}
