import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createPlacement } from "@/db/migrate";
import { ensureDatabase, prepareDatabase } from "../../scripts/lib/database";
import { SCRATCH } from "../../scripts/lib/paths";
import { type ClusterOptions, startCluster, stopCluster } from "../../scripts/lib/postgres";
import { isAlive } from "../../scripts/lib/processes";
import { type Secrets, temporarySecrets } from "../../scripts/lib/secrets";
import { endWithThisProcess } from "./guard";

/** A server for one test run, reachable from any process that is told. */
export interface TestCluster {
  /** The superuser's URL of the database `postgres`. */
  url: string;
  secrets: Secrets;
}

/** Bootstrapped, migrated, without rows: what every test database is copied from. */
export const TEMPLATE = "homeroom_template";

/** A placement that exists in every test database beside `app`, for a school placed apart. */
export const APART = "school_apart";

/** Starts a throw-away server with the template in it; `stop` leaves nothing, nor does the end of this process. */
export async function startTestCluster({
  tuning = "fast",
}: Partial<Pick<ClusterOptions, "tuning">> = {}): Promise<TestCluster & { stop: () => Promise<void> }> {
  sweep();
  const home = join(SCRATCH, `pg-${process.pid}`);
  mkdirSync(home, { recursive: true });
  const secrets = temporarySecrets();
  const cluster = await startCluster({
    home,
    id: secrets.installation,
    superuserPassword: secrets.superuser,
    tuning,
  });
  const release = endWithThisProcess(cluster.pid, [home, cluster.home]);
  const stop = async () => {
    await stopCluster(cluster);
    release();
    for (const folder of [home, cluster.home]) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const template = await ensureDatabase(cluster.url, TEMPLATE);
    await prepareDatabase(template, secrets);
    await createPlacement(template, APART);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: cluster.url(), secrets, stop };
}

/** Removes what earlier runs left that were ended before they could. */
function sweep(): void {
  mkdirSync(SCRATCH, { recursive: true });
  for (const name of readdirSync(SCRATCH)) {
    const maker = /^pg-(\d+)$/.exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) rmSync(join(SCRATCH, name), { recursive: true, force: true });
  }
}
