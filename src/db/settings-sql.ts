import { isUuid } from "@/lib/ids";

const PLACEMENT = /^(app|school_[a-z0-9_]{1,50})$/;

/** `set local` statements for a scope. Values are inlined, since SET takes no parameters: each is checked here. */
export function setLocal(settings: Record<string, string | null | undefined>): string {
  return Object.entries(settings)
    .map(([name, value]) => `set local app.${name} to ${value ? literal(value) : "''"};`)
    .join(" ");
}

/** The schema's name, quoted; throws on one that no placement can have. */
export function schemaName(placement: string): string {
  if (!PLACEMENT.test(placement)) throw new Error(`Not a placement: ${JSON.stringify(placement)}`);
  return `"${placement}"`;
}

/** A uuid as an SQL literal; throws on anything else. */
export function uuidLiteral(value: string): string {
  if (!isUuid(value)) throw new Error("Not a uuid");
  return `'${value}'`;
}

// Uuids, e-mail addresses and hexadecimal hashes: printable ASCII without backslash, quotes doubled.
function literal(value: string): string {
  if (!/^[\x21-\x5b\x5d-\x7e]{1,320}$/.test(value)) throw new Error("Not a value for a setting");
  return `'${value.replaceAll("'", "''")}'`;
}
