import { z } from "zod";
import { UserError } from "./user-error";

const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: "expected postgres://user:password@host:port/database" })
  .optional();

const schema = z.object({
  DATABASE_OWNER_URL: postgresUrl,
  DATABASE_URL: postgresUrl,
  DATABASE_DIRECT_URL: postgresUrl,
  PORT: z.coerce.number({ error: "expected a number" }).int().min(1).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
});

/** Where the database is: a server of ours, or one of the operator's own. */
export type DatabaseSettings =
  | { kind: "embedded" }
  | {
      kind: "external";
      /** A login that may create roles. */
      ownerUrl: string;
      /** The app's own way in, such as a pooler; derived from the owner's when absent. */
      appUrl?: string;
      /** Past a pooler, for LISTEN; the owner's server when absent. */
      directUrl?: string;
    };

export interface Settings {
  database: DatabaseSettings;
  port: number;
  host: string;
}

/** What an operator may set, understood; throws one line on what cannot be used. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((key) => [key, environment[key] || undefined]),
  );
  const result = schema.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new UserError(`Setting ${String(issue?.path[0])}: ${issue?.message}.`);
  }
  const { PORT, HOST, ...database } = result.data;
  return { database: databaseSettings(database), port: PORT, host: HOST };
}

function databaseSettings(given: {
  DATABASE_OWNER_URL?: string | undefined;
  DATABASE_URL?: string | undefined;
  DATABASE_DIRECT_URL?: string | undefined;
}): DatabaseSettings {
  const { DATABASE_OWNER_URL, DATABASE_URL, DATABASE_DIRECT_URL } = given;
  const ownerUrl = DATABASE_OWNER_URL ?? DATABASE_URL;
  if (!ownerUrl) {
    if (DATABASE_DIRECT_URL)
      throw new UserError("Setting DATABASE_DIRECT_URL: needs DATABASE_OWNER_URL beside it.");
    return { kind: "embedded" };
  }
  const external: DatabaseSettings = { kind: "external", ownerUrl };
  if (DATABASE_DIRECT_URL) external.directUrl = DATABASE_DIRECT_URL;
  if (!DATABASE_OWNER_URL || !DATABASE_URL) return external;
  const app = new URL(DATABASE_URL);
  if (app.username !== "homeroom_app" || !/^[\w-]{16,}$/.test(app.password))
    throw new UserError(
      "Setting DATABASE_URL: beside DATABASE_OWNER_URL it is the login homeroom_app, with a password of 16 or more letters, digits, - or _.",
    );
  return { ...external, appUrl: DATABASE_URL };
}
