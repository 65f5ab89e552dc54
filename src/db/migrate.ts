import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Sql } from "postgres";
import { connect } from "./client";
import { takeCoreLinks } from "./core-links";
import { makeCoreLinks } from "./placement-links";
import { schemaName } from "./settings-sql";

type Plane = "core" | "tenant";
type Migration = { name: string; statements: string[]; inTransaction: boolean; checksum: string };

/** Told after each step of a longer work. */
export type OnStep = (done: number, total: number) => Promise<void>;

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
    const core = await readMigrations(root, "core");
    const tenant = await readMigrations(root, "tenant");
    const applied = await applySet(sql, { plane: "core", placement: CORE }, core);
    for (const placement of await placements(sql)) {
      await makePlacementSchema(sql, placement);
      applied.push(...(await applySet(sql, { plane: "tenant", placement }, tenant)));
    }
    await letOperatorPass(sql);
    return applied;
  });
}

/**
 * Makes a schema for a school placed apart, with every tenant migration applied; safe to run again wherever it ended.
 * Nobody waits behind it: the foreign keys to the control plane come last, each in a transaction of its own.
 */
export async function createPlacement(
  ownerUrl: string,
  placement: string,
  { root = process.cwd(), onStep = async () => undefined }: { root?: string; onStep?: OnStep } = {},
): Promise<void> {
  await asOwner(ownerUrl, async (sql) => {
    const migrations = await readMigrations(root, "tenant");
    const { rest, links } = takeCoreLinks(migrations.map(({ statements }) => statements));
    const total = migrations.length + links.length;
    await makePlacementSchema(sql, placement);
    const apart = migrations.map((migration, index) => ({ ...migration, statements: rest[index] ?? [] }));
    await applySet(sql, { plane: "tenant", placement }, apart, (done) => onStep(done, total));
    await letOperatorPass(sql);
    await makeCoreLinks(sql, placement, links, (done) => onStep(migrations.length + done, total));
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

/** Runs `fn` as the owner of everything, one at a time with whoever else changes schemas. */
export async function asOwner<T>(ownerUrl: string, fn: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(ownerUrl);
  try {
    await sql`select pg_advisory_lock(hashtextextended('homeroom:migrations', 0))`;
    await sql`set role homeroom_owner`;
    return await fn(sql);
  } finally {
    await sql.end();
  }
}

async function applySet(
  sql: Sql,
  { plane, placement }: { plane: Plane; placement: string },
  migrations: readonly Migration[],
  onStep: (done: number) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const ledger = await readLedger(sql, placement);
  const applied: string[] = [];
  for (const [index, migration] of migrations.entries()) {
    const known = ledger.get(migration.name);
    if (known !== undefined && known !== migration.checksum)
      throw new Error(`Migration ${plane}/${migration.name} was changed after it was applied`);
    if (known === undefined) {
      await apply(sql, migration, placement);
      applied.push(`${placement}/${migration.name}`);
    }
    await onStep(index + 1);
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
  const { statements } = migration;
  try {
    if (migration.inTransaction) {
      await sql.unsafe(
        `begin; set local search_path to ${path}; ${statements.join(";\n")}; ${record}; commit`,
      );
    } else {
      for (const statement of [`set search_path to ${path}`, ...statements, record])
        await sql.unsafe(statement);
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
        statements: text.split("--> statement-breakpoint"),
        inTransaction: !text.includes(NO_TRANSACTION),
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
