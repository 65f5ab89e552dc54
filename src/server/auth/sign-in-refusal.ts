import type { DomainError } from "../errors";

/** A refusal in the one line that next-auth hands to the browser: the key under `errors`, and its values. */
export function encodeRefusal({ key, values }: DomainError): string {
  return JSON.stringify({ key, values });
}
