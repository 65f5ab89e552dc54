import type { Command } from "commander";
import { closePools } from "@/db/client";
import { appEnvironment } from "../lib/app-environment";
import {
  type DatabaseUrls,
  ensureDatabase,
  externalUrls,
  installationCluster,
  loginUrls,
  prepareDatabase,
  prepareExternal,
  SECRETS_FILE,
} from "../lib/database";
import type { Lifecycle } from "../lib/lifecycle";
import { startCluster, stopCluster } from "../lib/postgres";
import { leaseServer, readRun } from "../lib/run-record";
import { loadSecrets, type Secrets } from "../lib/secrets";
import { readSettings, type Settings } from "../lib/settings";
import { UserError } from "../lib/user-error";

/** What a command works with. */
export interface Context {
  urls: DatabaseUrls;
  /** Migrations applied on the way in. */
  applied: string[];
  /** Answer with JSON on standard output. */
  json: boolean;
  /** The slug given by --school. */
  school: string | undefined;
  /** As `school`, for commands that cannot do without. */
  requireSchool: () => string;
}

/** When missing migrations are applied first: those of an operator's own server are theirs to decide on. */
export type Migrate = "always" | "embedded" | "never";

/** Opens the database for a command, runs it, and closes what it opened. */
export type Open = (
  command: Command,
  run: (context: Context) => Promise<void>,
  options?: { migrate?: Migrate },
) => Promise<void>;

/** Ties the commands of one process to its orderly end. */
export function opener(life: Lifecycle): Open {
  return async (command, run, { migrate = "embedded" } = {}) => {
    const settings = readSettings(process.env);
    const secrets = loadSecrets(SECRETS_FILE);
    const { urls, applied } = await openDatabase(life, settings, secrets, migrate);
    const address = readRun()?.address ?? `http://localhost:${settings.port}`;
    Object.assign(
      process.env,
      appEnvironment(process.env, urls, secrets, {
        address,
        embedded: settings.database.kind === "embedded",
      }),
      {
        // Standard output belongs to the answer.
        LOG_LEVEL: process.env.LOG_LEVEL || "silent",
      },
    );
    life.onStop(closePools);
    await run({ urls, applied, ...globalsOf(command) });
  };
}

/** What the options that every command has say. */
export function globalsOf(command: Command): Pick<Context, "json" | "school" | "requireSchool"> {
  const { json = false, school } = command.optsWithGlobals<{ json?: boolean; school?: string }>();
  return { json, school, requireSchool: () => required(school) };
}

function required(school: string | undefined): string {
  if (!school) throw new UserError("Say which school: --school SLUG.");
  return school;
}

type Opened = { urls: DatabaseUrls; applied: string[] };

async function openDatabase(
  life: Lifecycle,
  { database }: Settings,
  secrets: Secrets,
  migrate: Migrate,
): Promise<Opened> {
  if (database.kind === "external") {
    if (migrate === "always") return prepareExternal(database, secrets);
    // Roles and their passwords are set by `npm start` and `db migrate`, not in passing.
    return { urls: externalUrls(database, secrets, loginUrls(database.ownerUrl, secrets)), applied: [] };
  }
  const release = leaseServer();
  const starting = startCluster(installationCluster(secrets));
  // Whoever else uses the server, such as `npm start`, goes on using it.
  life.onStop(async () => {
    const cluster = await starting.catch(() => undefined);
    const usedByOthers = release();
    if (cluster && !usedByOthers) await stopCluster(cluster);
  });
  const cluster = await starting;
  const owner = await ensureDatabase(cluster.url);
  return migrate === "never"
    ? { urls: loginUrls(owner, secrets), applied: [] }
    : prepareDatabase(owner, secrets);
}
