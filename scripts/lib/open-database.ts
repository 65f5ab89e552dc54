import {
  type DatabaseUrls,
  ensureDatabase,
  externalUrls,
  installationCluster,
  loginUrls,
  prepareDatabase,
  prepareExternal,
} from "./database";
import type { Lifecycle } from "./lifecycle";
import { startCluster, stopCluster } from "./postgres";
import { leaseServer } from "./run-record";
import type { Secrets } from "./secrets";
import type { Settings } from "./settings";

/** When missing migrations are applied first: those of an operator's own server are theirs to decide on. */
export type Migrate = "always" | "embedded" | "never";

export type Opened = { urls: DatabaseUrls; applied: string[] };

/** Opens the installation's database, or the operator's own, until the process ends. */
export async function openDatabase(
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
