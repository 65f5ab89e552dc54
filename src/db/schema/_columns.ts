import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, check, pgPolicy, pgRole, timestamp, uuid } from "drizzle-orm/pg-core";

/** One school, both planes. */
export const tenantRole = pgRole("homeroom_tenant").existing();
/** Control plane only: platform administration and acts that write both planes. */
export const platformRole = pgRole("homeroom_platform").existing();
/** The few look-ups and writes before sign-in. */
export const gateRole = pgRole("homeroom_gate").existing();
/** The queue's login. */
export const workerRole = pgRole("homeroom_worker").existing();

/** A setting of the transaction as a uuid. `nullif`: after a local set ends, the value reads ''. */
function uuidSetting(name: string): SQL {
  return sql.raw(`nullif(current_setting('app.${name}', true), '')::uuid`);
}

/** A setting of the transaction as text, null where it is not set. */
export function textSetting(name: string): SQL {
  return sql.raw(`nullif(current_setting('app.${name}', true), '')`);
}

export const currentOrganization = uuidSetting("organization_id");
export const currentAccount = uuidSetting("account_id");
export const currentSession = uuidSetting("session_id");
export const currentInvitation = uuidSetting("invitation_id");

/** The one policy of a tenant table, and that of `homeroom_tenant` on an organization-scoped core table. */
export function tenantPolicy(
  using: SQL = sql`organization_id = ${currentOrganization}`,
  withCheck: SQL = using,
) {
  return pgPolicy("tenant", { for: "all", to: tenantRole, using, withCheck });
}

/** What the platform's role may see of a core table: every row, since it reads no tenant table. */
export function platformPolicy() {
  return pgPolicy("platform", { for: "all", to: platformRole, using: sql`true`, withCheck: sql`true` });
}

/** What the gate may see and write: rows that it can already name. */
export function gatePolicy(using: SQL, withCheck: SQL = using) {
  return pgPolicy("gate", { for: "all", to: gateRole, using, withCheck });
}

export const organizationId = () => uuid("organization_id").notNull();
/** UUIDv7, made in the application: no sequence tells one school how many rows another has. */
export const id = () => uuid("id").notNull();

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const createdAt = () => instant("created_at").notNull().defaultNow();
export const updatedAt = () => instant("updated_at").notNull().defaultNow();

/** Enumerations are text with a CHECK: enum `=` is not leakproof and cannot reach an index under row security. */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  const list = values.map((value) => `'${value}'`).join(", ");
  return check(name, sql`${column} in (${sql.raw(list)})`);
}
