import { z } from "zod";

/** The only reader of `process.env`: every setting of the application, parsed once, on first use. */

const flag = z.enum(["true", "false", "1", "0"]).transform((value) => value === "true" || value === "1");

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  message: "expected postgres://user:password@host:port/database",
});

const hostAndPort = z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/i, "expected host or host:port");

function list(item: z.ZodString) {
  return z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((each) => each.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item));
}

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** Login `homeroom_app`; may be PgBouncer in transaction mode. */
  DATABASE_URL: postgresUrl,
  /** Login `homeroom_worker`, straight to the server: the queue LISTENs. */
  WORKER_DATABASE_URL: postgresUrl,
  /** Connections of one web process. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  /** Named prepared statements; switch off behind a pooler that cannot follow them. */
  DATABASE_PREPARE: flag.default(true),
  /** Signs sessions; 32 characters or more. */
  AUTH_SECRET: z.string().min(32, "expected 32 characters or more"),
  /**
   * Signs the access tokens of the REST API: one secret of 32 characters or more, or several with spaces between, of
   * which the first signs and all are good.
   */
  JWT_SECRET: z
    .string()
    .transform((secrets) => secrets.trim().split(/\s+/))
    .pipe(z.array(z.string().min(32, "expected 32 characters or more each")).min(1)),
  /** Signs the addresses of stored files; 32 characters or more. */
  STORAGE_SECRET: z.string().min(32, "expected 32 characters or more"),
  /** The folder of stored files: logos and photos. */
  STORAGE_DIR: z.string().min(1).default(".data/storage"),
  /** smtp://user:password@host:port; without it, mail lands in the outbox table. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, message: "expected smtp://user:password@host:port" }).optional(),
  MAIL_FROM: z.string().min(3).default("Homeroom <no-reply@homeroom.example>"),
  /** Shows the outbox at /dev/outbox: for a machine of one's own, never for a server that others reach. */
  MAIL_OUTBOX_PAGE: flag.default(false),
  /** Address that people type, for the links in e-mails: https://school.example. */
  APP_URL: z.url({ protocol: /^https?$/, message: "expected https://host" }).default("http://localhost:3000"),
  /**
   * host[:port] under which each school has an address of its own; off: one address for all. Set by itself where
   * APP_URL is localhost.
   */
  APP_DOMAIN: hostAndPort.optional(),
  /** Addresses are {prefix}-{slug}.{APP_DOMAIN}, and {prefix}.{APP_DOMAIN} the master's. */
  HOST_PREFIX: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?$/, "expected 20 or fewer letters a to z, figures and hyphens")
    .optional(),
  /** Further hosts of the master, with commas between. */
  MASTER_ALIASES: list(hostAndPort),
  /** Who is asked for the TXT record of a school's own domain: IP addresses with commas between; the system's by default. */
  DNS_SERVERS: list(
    z.string().regex(/^[0-9a-fA-F.:[\]]{3,60}$/, "expected IP addresses with commas between"),
  ),
  /** Take the client's address and host from X-Forwarded-* of a proxy in front. */
  TRUST_PROXY: flag.default(false),
  /** Runs the queue in this process. */
  WORKER_ENABLED: flag.default(true),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** Every setting; throws one line that names the first wrong one and what was expected. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** As `env`, of settings that a process is about to be started with. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.keys(schema.shape).map((key) => [key, source[key] || undefined]));
  const result = schema.safeParse(given);
  if (!result.success) throw new SettingError(result.error, given);
  return result.data;
}

/** A setting that cannot be used; its message is fit to be shown as it is. */
export class SettingError extends Error {
  constructor(error: z.ZodError, given: Record<string, string | undefined>) {
    const [issue] = error.issues;
    const name = String(issue?.path[0] ?? "environment");
    const why = given[name] ? (issue?.message ?? "not usable") : "missing";
    super(`Setting ${name}: ${why}.`);
    this.name = "SettingError";
  }
}

/** next-auth takes addresses from the request, whose host our route has checked, only where these two are so. */
export function letNextAuthTrustHost(): void {
  process.env.AUTH_TRUST_HOST = "true";
  delete process.env.NEXTAUTH_URL;
}
