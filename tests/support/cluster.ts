import { chownSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { connect } from "@/db/client";
import { createPlacement } from "@/db/migrate";
import { ensureDatabase, prepareDatabase } from "../../scripts/lib/database";
import { SCRATCH } from "../../scripts/lib/paths";
import { type Cluster, type ClusterOptions, startCluster, stopCluster } from "../../scripts/lib/postgres";
import { DATA_FOLDER } from "../../scripts/lib/postgres-files";
import { isAlive } from "../../scripts/lib/processes";
import { type Secrets, temporarySecrets } from "../../scripts/lib/secrets";
import { endWithThisProcess } from "./guard";

/** A server for one test run, reachable from any process that is told. */
export interface TestCluster {
  /** The superuser's URL of the database `postgres`. */
  url: string;
  secrets: Secrets;
  /** Where test databases are made. */
  tablespace: string;
}

/** Bootstrapped, migrated, without rows: what every test database is copied from. */
export const TEMPLATE = "homeroom_template";

/**
 * Memory that is used as files. Each test database is some 800 files that are soon gone; on a disk's file system their
 * coming and going is a tenth of the run.
 */
const MEMORY = "/dev/shm";
const MEMORY_NEEDED = 2 * 1024 ** 3;

/** A placement that exists in every test database beside `app`, for a school placed apart. */
export const APART = "school_apart";

/** Starts a throw-away server with the template in it; `stop` leaves nothing, nor does the end of this process. */
export async function startTestCluster({
  tuning = "fast",
}: Partial<Pick<ClusterOptions, "tuning">> = {}): Promise<TestCluster & { stop: () => Promise<void> }> {
  sweep();
  const home = join(SCRATCH, `pg-${process.pid}`);
  mkdirSync(home, { recursive: true });
  const memory = tuning === "fast" && hasMemory() ? join(MEMORY, `homeroom-pg-${process.pid}`) : undefined;
  const secrets = temporarySecrets();
  const cluster = await startCluster({
    home,
    id: secrets.installation,
    superuserPassword: secrets.superuser,
    tuning,
  });
  const folders = [home, cluster.home, ...(memory ? [memory] : [])];
  const release = endWithThisProcess(cluster.pid, folders);
  const stop = async () => {
    await stopCluster(cluster);
    release();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const template = await ensureDatabase(cluster.url, TEMPLATE);
    await prepareDatabase(template, secrets);
    await createPlacement(template, APART);
    if (memory) await createTablespace(cluster, memory);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: cluster.url(), secrets, tablespace: memory ? TABLESPACE : "pg_default", stop };
}

const TABLESPACE = "memory";

async function createTablespace(cluster: Cluster, folder: string): Promise<void> {
  mkdirSync(folder, { mode: 0o700 });
  const { uid, gid } = statSync(join(cluster.home, DATA_FOLDER));
  chownSync(folder, uid, gid);
  const sql = connect(cluster.url());
  await sql.unsafe(`create tablespace ${TABLESPACE} location '${folder}'`).finally(() => sql.end());
}

function hasMemory(): boolean {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= MEMORY_NEEDED;
}

/** Removes what earlier runs left that were ended before they could. */
function sweep(): void {
  mkdirSync(SCRATCH, { recursive: true });
  for (const [folder, pattern] of [
    [SCRATCH, /^pg-(\d+)$/],
    [MEMORY, /^homeroom-pg-(\d+)$/],
  ] as const)
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const maker = pattern.exec(name)?.[1];
      if (maker && !isAlive(Number(maker))) rmSync(join(folder, name), { recursive: true, force: true });
    }
}
