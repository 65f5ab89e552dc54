import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import {
  type Binaries,
  clusterHome,
  DATA_FOLDER,
  type Owner,
  prepareBinaries,
  serverOwner,
} from "./postgres-files";
import { ENVIRONMENT, initialise, lastLine, SUPERUSER } from "./postgres-initdb";
import { commandLine, endProcess, freePort, isAlive, until, workingIn } from "./processes";
import { errorCode, oneLine, UserError } from "./user-error";

export interface ClusterOptions {
  /** Folder for data, log and, where needed, programs; made when missing. */
  home: string;
  /** Tells this installation from another at the same path, when data must live elsewhere. */
  id: string;
  superuserPassword: string;
  /** "fast" gives up durability: for tests alone. */
  tuning: "durable" | "fast";
}

export interface Cluster {
  pid: number;
  port: number;
  /** Where the data really is. */
  home: string;
  /** True when the server was already running. */
  reused: boolean;
  /** The superuser's URL. */
  url: (database?: string) => string;
}

const HOST = "127.0.0.1";
const STARTED_WITHIN = 120_000;

const TUNING = {
  durable: { max_connections: "120", shared_buffers: "256MB" },
  fast: {
    max_connections: "300",
    shared_buffers: "256MB",
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    wal_level: "minimal",
    max_wal_senders: "0",
    checkpoint_timeout: "1h",
    max_wal_size: "4GB",
    // Passwords of a run are random, and a connection is made for almost every test.
    scram_iterations: "1",
  },
} as const;

interface Running {
  pid: number;
  port: number;
}

/** Starts the cluster, making it first when there is none; a live server of the same data is reused. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const owner = serverOwner(join(options.home, DATA_FOLDER));
  const home = clusterHome(options.home, options.id, owner);
  const data = join(home, DATA_FOLDER);
  const clusterOf = (running: Running, reused: boolean): Cluster => ({
    ...running,
    home,
    reused,
    url: (database = SUPERUSER) =>
      `postgres://${SUPERUSER}:${encodeURIComponent(options.superuserPassword)}@${HOST}:${running.port}/${database}`,
  });
  const running = findRunning(data);
  if (running) {
    const cluster = clusterOf(running, true);
    if (await ready(cluster, home)) return cluster;
  }
  const serverUser = serverOwner(data);
  const binaries = prepareBinaries(serverUser, home);
  initialise(home, data, binaries, serverUser, options);
  await dropForeignLock(data);
  const cluster = clusterOf(await launch(home, data, binaries, serverUser, options.tuning), false);
  if (await ready(cluster, home)) return cluster;
  throw new UserError(`PostgreSQL ended while starting: see ${join(home, "postgres.log")}`);
}

/** Stops a server in order: clients are cut off, data is written, nothing is left running. */
export async function stopCluster(cluster: Pick<Cluster, "pid" | "home">): Promise<void> {
  if (findRunning(join(cluster.home, DATA_FOLDER))?.pid !== cluster.pid) return;
  await endProcess(cluster.pid, [
    ["SIGINT", 30_000],
    ["SIGQUIT", 10_000],
    ["SIGKILL", 5_000],
  ]);
}

/** Whether a cluster's server still runs. */
export function clusterIsAlive(cluster: Pick<Cluster, "pid">): boolean {
  return isAlive(cluster.pid);
}

function lockLines(data: string): string[] {
  try {
    return readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw new UserError(
      `${data} belongs to another user: start as that user, or delete .data to begin anew.`,
    );
  }
}

/** The live server of a data directory; a number that another program bears by now is not one. */
function findRunning(data: string): Running | undefined {
  const [pid, folder, , port] = lockLines(data);
  const number = Number(pid);
  if (!number || !port || folder !== data || !isAlive(number)) return undefined;
  const command = commandLine(number);
  return command.includes("postgres") && command.includes(data)
    ? { pid: number, port: Number(port) }
    : undefined;
}

/**
 * PostgreSQL does not start while a program of the same user bears the old server's number. The file stays,
 * for the check of shared memory in it; our own number counts as free there. Backends left over are waited for.
 */
async function dropForeignLock(data: string): Promise<void> {
  const [pid, ...rest] = lockLines(data);
  if (pid === undefined) return;
  const left = () => workingIn(data).length === 0;
  if (!(await until(left, 10_000))) {
    for (const orphan of workingIn(data))
      await endProcess(orphan, [
        ["SIGQUIT", 3_000],
        ["SIGKILL", 3_000],
      ]);
  }
  if (isAlive(Number(pid))) writeFileSync(join(data, "postmaster.pid"), [process.pid, ...rest].join("\n"));
}

async function launch(
  home: string,
  data: string,
  { postgres: program }: Binaries,
  owner: Owner | undefined,
  tuning: ClusterOptions["tuning"],
): Promise<Running> {
  const remembered = Number(lastLine(readFileOr(join(home, "port"))));
  for (let attempt = 0; ; attempt++) {
    const port = await freePort(HOST, remembered && attempt === 0 ? [remembered] : []);
    const settings = {
      listen_addresses: HOST,
      port: String(port),
      unix_socket_directories: "",
      password_encryption: "scram-sha-256",
      timezone: "UTC",
      log_timezone: "UTC",
      jit: "off",
      ...TUNING[tuning],
    };
    const log = openSync(join(home, "postgres.log"), "a", 0o600);
    // A group of its own: Ctrl-C in the terminal is for the supervisor, which stops things in order.
    const child = spawn(
      program,
      ["-D", data, ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`])],
      {
        ...owner,
        cwd: home,
        env: ENVIRONMENT,
        detached: true,
        stdio: ["ignore", log, log],
      },
    );
    closeSync(log);
    let ended: string | undefined;
    child.once("error", (error) => {
      ended = oneLine(error);
    });
    child.once("exit", (code, signal) => {
      ended ??= `it ended with ${signal ?? code}`;
    });
    child.unref();
    await until(
      () => ended !== undefined || (findRunning(data)?.pid === child.pid && child.pid !== undefined),
      30_000,
    );
    if (ended === undefined && child.pid !== undefined) {
      // Taking the lock file comes before taking the port: give a refusal the time to show.
      await until(() => ended !== undefined || Boolean(lockLines(data)[7]), STARTED_WITHIN);
    }
    if (ended === undefined && child.pid !== undefined) {
      writeFileSync(join(home, "port"), `${port}\n`);
      return { pid: child.pid, port };
    }
    const other = findRunning(data);
    if (other) return other;
    if (attempt >= 4)
      throw new UserError(`PostgreSQL does not start (${ended}): see ${join(home, "postgres.log")}`);
    await delay(500 * (attempt + 1));
  }
}

function readFileOr(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** Waits until the server answers, recovery after a crash included; false when it ended instead. */
async function ready(cluster: Cluster, home: string): Promise<boolean> {
  const log = join(home, "postgres.log");
  for (const end = Date.now() + STARTED_WITHIN; ; await delay(40)) {
    const sql = postgres(cluster.url(), { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      await sql`select 1`;
      return true;
    } catch (error) {
      if (errorCode(error) === "28P01")
        throw new UserError(
          "The database in .data has another password than .data/secrets.json: restore that file, or delete .data to begin anew.",
        );
      if (!clusterIsAlive(cluster)) return false;
      if (Date.now() > end) throw new UserError(`PostgreSQL does not answer (${oneLine(error)}): see ${log}`);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}
