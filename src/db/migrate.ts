import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Sql } from "postgres";
import { connect } from "./client";
import { schemaName } from "./settings-sql";

type Plane = "core" | "tenant";
type Migration = { name: string; text: string; checksum: string };

export type MigrationState = { placement: string; name: string; state: "applied" | "pending" | "changed" };

/** The placement of schools that are not placed apart. */
const SHARED_PLACEMENT = "app";
/** The ledger's name for the control plane. */
const CORE = "core";
/** A file with this line runs statement by statement outside a transaction, as CREATE INDEX CONCURRENTLY wants. */
const NO_TRANSACTION = "-- homeroom: no transaction";

/**
 * Applies what is missing: `drizzle/core` once, `drizzle/tenant` in every placement. One runner at a time, held by
 * an advisory lock. Returns the names applied. Throws when an applied file was changed since.
 */
export async function migrateAll(ownerUrl: string, root = process.cwd()): Promise<string[]> {
  return asOwner(ownerUrl, async (sql) => {
    const applied = await applySet(sql, root, "core", CORE);
    for (const placement of await placements(sql))
      applied.push(...(await applySet(sql, root, "tenant", placement)));
    await letOperatorPass(sql);
    return applied;
  });
}

/** Makes a schema for a school placed apart, with every tenant migration applied. Safe to run again. */
export async function createPlacement(
  ownerUrl: string,
  placement: string,
  root = process.cwd(),
): Promise<void> {
  await asOwner(ownerUrl, async (sql) => {
    await applySet(sql, root, "tenant", placement);
    await letOperatorPass(sql);
  });
}

/** Every migration of every placement, and whether it is applied. */
export async function migrationStatus(ownerUrl: string, root = process.cwd()): Promise<MigrationState[]> {
  return asOwner(ownerUrl, async (sql) => {
    const sets = [{ plane: "core" as Plane, placement: CORE }];
    for (const placement of await placements(sql)) sets.push({ plane: "tenant", placement });
    const states: MigrationState[] = [];
    for (const { plane, placement } of sets) {
      const ledger = await readLedger(sql, placement);
      for (const { name, checksum } of await readMigrations(root, plane)) {
        const known = ledger.get(name);
        const state = known === undefined ? "pending" : known === checksum ? "applied" : "changed";
        states.push({ placement, name, state });
      }
    }
    return states;
  });
}

async function asOwner<T>(ownerUrl: string, fn: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(ownerUrl);
  try {
    await sql`select pg_advisory_lock(hashtextextended('homeroom:migrations', 0))`;
    await sql`set role homeroom_owner`;
    return await fn(sql);
  } finally {
    await sql.end();
  }
}

async function applySet(sql: Sql, root: string, plane: Plane, placement: string): Promise<string[]> {
  if (plane === "tenant") await makePlacementSchema(sql, placement);
  const ledger = await readLedger(sql, placement);
  const applied: string[] = [];
  for (const migration of await readMigrations(root, plane)) {
    const known = ledger.get(migration.name);
    if (known === migration.checksum) continue;
    if (known !== undefined)
      throw new Error(`Migration ${plane}/${migration.name} was changed after it was applied`);
    await apply(sql, migration, placement);
    applied.push(`${placement}/${migration.name}`);
  }
  return applied;
}

async function makePlacementSchema(sql: Sql, placement: string): Promise<void> {
  const name = schemaName(placement);
  await sql.unsafe(`
    create schema if not exists ${name} authorization homeroom_owner;
    grant usage on schema ${name} to homeroom_tenant, homeroom_operator;
  `);
}

async function apply(sql: Sql, migration: Migration, placement: string): Promise<void> {
  const path = placement === CORE ? "pg_catalog" : schemaName(placement);
  const record = `insert into core.schema_migrations (placement, name, checksum)
    values ('${placement}', '${migration.name}', '${migration.checksum}')`;
  const statements = migration.text.split("--> statement-breakpoint");
  try {
    if (migration.text.includes(NO_TRANSACTION)) {
      for (const statement of [`set search_path to ${path}`, ...statements, record])
        await sql.unsafe(statement);
    } else {
      await sql.unsafe(
        `begin; set local search_path to ${path}; ${statements.join(";\n")}; ${record}; commit`,
      );
    }
  } catch (error) {
    await sql`rollback`;
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Migration ${migration.name} failed in ${placement}: ${why}`, { cause: error });
  }
}

async function readMigrations(root: string, plane: Plane): Promise<Migration[]> {
  const folder = join(root, "drizzle", plane);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (file) => {
      const text = await readFile(join(folder, file), "utf8");
      return {
        name: file.slice(0, -".sql".length),
        text,
        checksum: createHash("sha256").update(text).digest("hex"),
      };
    }),
  );
}

async function readLedger(sql: Sql, placement: string): Promise<Map<string, string>> {
  if (!(await hasLedger(sql))) return new Map();
  const rows = await sql`select name, checksum from core.schema_migrations where placement = ${placement}`;
  return new Map(rows.map((row) => [String(row.name), String(row.checksum)]));
}

async function placements(sql: Sql): Promise<string[]> {
  if (!(await hasLedger(sql))) return [SHARED_PLACEMENT];
  const rows = await sql`select distinct placement from core.schema_migrations where placement <> ${CORE}`;
  return [...new Set([SHARED_PLACEMENT, ...rows.map((row) => String(row.placement))])];
}

async function hasLedger(sql: Sql): Promise<boolean> {
  const [row] = await sql`select to_regclass('core.schema_migrations') is not null as known`;
  return row?.known === true;
}

// Where the server refused BYPASSRLS, the operator gets a policy of its own on every protected table.
async function letOperatorPass(sql: Sql): Promise<void> {
  const [role] = await sql`select rolbypassrls from pg_roles where rolname = 'homeroom_operator'`;
  if (role?.rolbypassrls === true) return;
  const tables = await sql`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relrowsecurity and (n.nspname = 'core' or n.nspname = 'app' or n.nspname like 'school\\_%')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'operator')`;
  for (const { name } of tables) {
    await sql.unsafe(`create policy operator on ${name} to homeroom_operator using (true) with check (true)`);
  }
}
