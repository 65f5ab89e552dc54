import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { errorCode, UserError } from "./user-error";

// Characters that need no quoting in a URL or in SQL.
const random = (bytes: number) => () => randomBytes(bytes).toString("base64url");
const secret = z.string().regex(/^[\w-]{16,}$/);

const schema = z.object({
  /** Tells this installation's data from another's. */
  installation: secret.default(random(16)),
  authSecret: secret.default(random(48)),
  /** Signs the access tokens of the REST API. */
  jwtSecret: secret.default(random(48)),
  /** Signs the addresses of stored files. */
  storageSecret: secret.default(random(48)),
  /** The embedded server's superuser. */
  superuser: secret.default(random(24)),
  app: secret.default(random(24)),
  operator: secret.default(random(24)),
  worker: secret.default(random(24)),
});

export type Secrets = z.infer<typeof schema>;

/** Secrets for a test run: known to nobody else, kept nowhere. */
export function temporarySecrets(): Secrets {
  return schema.parse({});
}

/** The installation's generated secrets, kept in `file` (0600); those missing are made. */
export function loadSecrets(file: string): Secrets {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) {
    const draft = write(file, schema.parse({}));
    try {
      // Unlike a rename this does not replace what another process made meanwhile.
      linkSync(draft, file);
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    } finally {
      rmSync(draft);
    }
  }
  const { known, secrets } = read(file);
  if (JSON.stringify(known) !== JSON.stringify(secrets)) renameSync(write(file, secrets), file);
  chmodSync(file, 0o600);
  return secrets;
}

function write(file: string, secrets: Secrets): string {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return draft;
}

function read(file: string): { known: unknown; secrets: Secrets } {
  try {
    const known: unknown = JSON.parse(readFileSync(file, "utf8"));
    return { known, secrets: schema.parse(known) };
  } catch (error) {
    if (errorCode(error) === "EACCES")
      throw new UserError(`${file} belongs to another user: start as that user.`);
    throw new UserError(`${file} is damaged: restore it, or delete it with the rest of .data to begin anew.`);
  }
}
