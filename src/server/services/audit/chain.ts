import { createHash } from "node:crypto";
import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { auditEvents } from "@/db/schema/core/audit";
import { NIL_UUID } from "@/lib/ids";

/**
 * How the log is chained, for whoever checks it with a program of their own.
 *
 * Each organization's events are one chain, named by its id, the platform's own another, named by the nil UUID. The
 * seal at position n, counted from 1, holds in hexadecimal
 *
 *     SHA-256( the 32 bytes of the hash at position n - 1, zeros for the first ‖ UTF-8 of the event's canonical form )
 *
 * The canonical form is the event as a JSON object in the form of RFC 8785 (keys sorted, no blanks): every column of
 * core.audit_events that is not null, under its own name, with PostgreSQL's text of it as a string. So `before` and
 * `after` are the text of their jsonb, and `created_at` is UTC as 2026-11-21T16:03:33.123456Z. A column that is null
 * is left out: one that is added later, nullable, changes no hash of before.
 */

/** The platform's own events are a chain too. */
export const PLATFORM_CHAIN = NIL_UUID;

/** What comes before the first seal. */
export const BEGINNING = "0".repeat(64);

/** PostgreSQL's text of an event's columns, by their names. */
export type EventTexts = Record<string, string | null>;

const NAMES = Object.values(getTableColumns(auditEvents)).map(({ name }) => name);

/** The columns of `core.audit_events event`, as the canonical form has them. */
export const canonicalColumns: SQL = sql.join(
  NAMES.map((name) => sql.raw(`${textOf(name)} as ${name}`)),
  sql`, `,
);

function textOf(name: string): string {
  return name === "created_at"
    ? `to_char(event.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : `event.${name}::text`;
}

/** The canonical form of an event; other fields of the row are not looked at. */
export function canonicalForm(texts: EventTexts): string {
  const told = NAMES.filter((name) => texts[name] !== null && texts[name] !== undefined).sort();
  return JSON.stringify(Object.fromEntries(told.map((name) => [name, texts[name]])));
}

/** The hash of an event behind the one before it. */
export function sealHash(previous: string, canonical: string): string {
  return createHash("sha256").update(Buffer.from(previous, "hex")).update(canonical, "utf8").digest("hex");
}

/** The organization whose events a chain holds; null for the platform's own. */
export function organizationOf(chain: string): string | null {
  return chain === PLATFORM_CHAIN ? null : chain;
}

/** Whether the column names the chain's organization, in the form that an index answers. */
export function ofChain(column: SQL, chain: string): SQL {
  const organizationId = organizationOf(chain);
  return organizationId === null ? sql`${column} is null` : sql`${column} = ${organizationId}::uuid`;
}

/** The advisory lock of a chain: who holds it seals, or takes the whole chain away. */
export function chainLock(chain: string): SQL {
  return sql`hashtextextended(${chain}::text, 18)`;
}
