import { runMigrations } from "graphile-worker";
import type { Sql } from "postgres";
import { connect } from "./client";

/** Passwords of the logins, in characters that need no quoting: [A-Za-z0-9_-]. */
export type LoginPasswords = { app: string; operator: string; worker: string };

export type LoginUrls = { app: string; operator: string; worker: string };

const GROUPS = ["homeroom_owner", "homeroom_tenant", "homeroom_platform", "homeroom_gate"] as const;
const LOGINS = ["homeroom_app", "homeroom_operator", "homeroom_worker"] as const;

/**
 * Makes the roles and the empty schemas, or brings them up to date. `ownerUrl` is a login that may create roles.
 * Safe to run again at every start. Returns the addresses of the three logins at the same server.
 */
export async function bootstrapDatabase(ownerUrl: string, passwords: LoginPasswords): Promise<LoginUrls> {
  const urls: LoginUrls = {
    app: loginUrl(ownerUrl, "homeroom_app", passwords.app),
    operator: loginUrl(ownerUrl, "homeroom_operator", passwords.operator),
    worker: loginUrl(ownerUrl, "homeroom_worker", passwords.worker),
  };
  const sql = connect(ownerUrl);
  try {
    await makeRoles(sql, passwords);
    await makeSchemas(sql);
    await migrateQueue(sql, urls.worker);
  } finally {
    await sql.end();
  }
  return urls;
}

/** `url` with another login. */
export function loginUrl(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.toString();
}

async function makeRoles(sql: Sql, passwords: LoginPasswords): Promise<void> {
  const existing = new Set(
    (await sql`select rolname from pg_roles where rolname like 'homeroom\\_%'`).map((row) =>
      String(row.rolname),
    ),
  );
  for (const role of GROUPS) {
    if (!existing.has(role)) await sql.unsafe(`create role ${role} nologin noinherit nobypassrls`);
  }
  const password = {
    homeroom_app: passwords.app,
    homeroom_operator: passwords.operator,
    homeroom_worker: passwords.worker,
  };
  for (const role of LOGINS) {
    if (!/^[\w-]{16,}$/.test(password[role]))
      throw new Error(`The password of ${role} is too short or needs quoting`);
    if (!existing.has(role)) await sql.unsafe(`create role ${role} login noinherit nobypassrls`);
    await sql.unsafe(`alter role ${role} login password '${password[role]}'`);
  }
  // Fails where the server lets nobody bypass row security: migrations then add policies for the operator.
  await sql.unsafe("alter role homeroom_operator bypassrls").catch(() => undefined);
  await sql.unsafe(`
    alter role homeroom_owner inherit;
    grant homeroom_owner to current_user;
    grant homeroom_worker to homeroom_owner;
    grant homeroom_tenant, homeroom_platform, homeroom_gate to homeroom_app;
    alter role homeroom_app set statement_timeout = '30s';
    alter role homeroom_app set lock_timeout = '10s';
    alter role homeroom_app set idle_in_transaction_session_timeout = '60s';
  `);
}

async function makeSchemas(sql: Sql): Promise<void> {
  const [row] = await sql`select quote_ident(current_database()) as name`;
  const database = String(row?.name);
  await sql.unsafe(`
    revoke all on database ${database} from public;
    revoke all on schema public from public;
    grant connect on database ${database} to homeroom_app, homeroom_operator, homeroom_worker;
    grant create, connect on database ${database} to homeroom_owner;
    create schema if not exists ext authorization homeroom_owner;
    create schema if not exists graphile_worker authorization homeroom_worker;
  `);
}

// The queue's own migrations check for CREATE on the database even where its schema exists.
async function migrateQueue(sql: Sql, workerUrl: string): Promise<void> {
  const [row] = await sql`select quote_ident(current_database()) as name`;
  await sql.unsafe(`grant create on database ${String(row?.name)} to homeroom_worker`);
  try {
    await runMigrations({ connectionString: workerUrl });
  } finally {
    await sql.unsafe(`revoke create on database ${String(row?.name)} from homeroom_worker`);
  }
}
