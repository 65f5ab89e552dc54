import { join } from "node:path";
import { bootstrapDatabase, loginUrl } from "@/db/bootstrap";
import { connect } from "@/db/client";
import { type MigrationState, migrateAll, migrationStatus } from "@/db/migrate";
import { seedDemo } from "@/db/seed/seed-demo";
import { DATA, ROOT } from "./paths";
import type { ClusterOptions } from "./postgres";
import type { Secrets } from "./secrets";
import type { DatabaseSettings } from "./settings";
import { errorCode, oneLine, UserError } from "./user-error";

/** Addresses of one database, by who goes there. */
export interface DatabaseUrls {
  /** May create roles: migrations and operators. */
  owner: string;
  app: string;
  operator: string;
  worker: string;
}

const DATABASE = "homeroom";

/** The installation's own cluster. */
export function installationCluster(secrets: Secrets): ClusterOptions {
  return { home: DATA, id: secrets.installation, superuserPassword: secrets.superuser, tuning: "durable" };
}

/** The file with the installation's generated secrets. */
export const SECRETS_FILE = join(DATA, "secrets.json");

/** Makes the database unless it is there. */
export async function ensureDatabase(
  clusterUrl: (database?: string) => string,
  name = DATABASE,
): Promise<string> {
  const sql = connect(clusterUrl());
  try {
    const known = await sql`select 1 from pg_database where datname = ${name}`;
    if (known.length === 0) await sql.unsafe(`create database ${name}`);
  } catch (error) {
    // 42P04, 23505: another process made it at the same moment.
    if (!["42P04", "23505"].includes(errorCode(error) ?? "")) throw error;
  } finally {
    await sql.end();
  }
  return clusterUrl(name);
}

/** Makes roles and schemas and applies migrations; safe at every start. Returns the migrations applied. */
export async function prepareDatabase(
  owner: string,
  secrets: Secrets,
): Promise<{ urls: DatabaseUrls; applied: string[] }> {
  const { app, operator, worker } = secrets;
  const logins = await bootstrapDatabase(owner, { app, operator, worker });
  try {
    return { urls: { owner, ...logins }, applied: await migrateAll(owner, ROOT) };
  } catch (error) {
    throw oneLine(error).startsWith("Migration ") ? new UserError(oneLine(error)) : error;
  }
}

/** The addresses of the logins at the owner's server. */
export function loginUrls(owner: string, { app, operator, worker }: Secrets): DatabaseUrls {
  return {
    owner,
    app: loginUrl(owner, "homeroom_app", app),
    operator: loginUrl(owner, "homeroom_operator", operator),
    worker: loginUrl(owner, "homeroom_worker", worker),
  };
}

/** As `prepareDatabase` for an operator's own server, pooler and direct address respected. */
export async function prepareExternal(
  settings: Extract<DatabaseSettings, { kind: "external" }>,
  secrets: Secrets,
): Promise<{ urls: DatabaseUrls; applied: string[] }> {
  const known = settings.appUrl ? { ...secrets, app: new URL(settings.appUrl).password } : secrets;
  try {
    const { urls, applied } = await prepareDatabase(settings.ownerUrl, known);
    return { urls: externalUrls(settings, known, urls), applied };
  } catch (error) {
    throw new UserError(
      `The database at ${withoutPassword(settings.ownerUrl)} cannot be used: ${oneLine(error)}`,
    );
  }
}

/** The addresses at an operator's own server, with the ways in that were given. */
export function externalUrls(
  { appUrl, directUrl }: Extract<DatabaseSettings, { kind: "external" }>,
  secrets: Secrets,
  urls: DatabaseUrls,
): DatabaseUrls {
  return {
    ...urls,
    app: appUrl ?? urls.app,
    worker: directUrl ? loginUrl(directUrl, "homeroom_worker", secrets.worker) : urls.worker,
  };
}

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = "";
  return shown.toString();
}

/** Fills an empty database with the demo schools; false where there is a school already. */
export function seed(urls: DatabaseUrls): Promise<boolean> {
  return seedDemo({ owner: urls.owner, operator: urls.operator });
}

/** Every migration of every placement, with its state. */
export async function status(owner: string): Promise<MigrationState[]> {
  try {
    return await migrationStatus(owner, ROOT);
  } catch (error) {
    // 22023: the role that owns everything does not exist.
    if (errorCode(error) === "22023")
      throw new UserError("The database is not set up: run `cli -- db migrate` first.");
    if (errorCode(error)?.startsWith("E"))
      throw new UserError(`${withoutPassword(owner)}: ${oneLine(error)}`);
    throw error;
  }
}
