import type { Command } from "commander";
import { closePools } from "@/db/client";
import { appEnvironment } from "../lib/app-environment";
import { type DatabaseUrls, SECRETS_FILE } from "../lib/database";
import type { Lifecycle } from "../lib/lifecycle";
import { type Migrate, openDatabase } from "../lib/open-database";
import { readRun } from "../lib/run-record";
import { loadSecrets } from "../lib/secrets";
import { readSettings } from "../lib/settings";
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
