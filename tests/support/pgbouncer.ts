import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { connect } from "@/db/client";
import { endProcess, freePort } from "../../scripts/lib/processes";

export interface Pooler {
  /** The same database, through the pooler. */
  through: (url: string) => string;
  close: () => Promise<void>;
}

const PLACES = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer"];
const NOBODY = 65534;

/** Starts a real PgBouncer in transaction mode before the server of `url`, for the given logins. */
export async function startPgBouncer(
  url: string,
  { logins, poolSize = 4 }: { logins: string[]; poolSize?: number },
): Promise<Pooler> {
  const program = findProgram();
  const root = process.getuid?.() === 0;
  const folder = mkdtempSync(join(tmpdir(), "homeroom-pgbouncer-"));
  const port = await freePort("127.0.0.1");
  const target = new URL(url);
  const write = (name: string, lines: string[]) => {
    writeFileSync(join(folder, name), `${lines.join("\n")}\n`, { mode: 0o600 });
    if (root) chownSync(join(folder, name), NOBODY, NOBODY);
    return join(folder, name);
  };
  const users = write(
    "users.txt",
    logins
      .map((login) => new URL(login))
      .map(({ username, password }) => `"${username}" "${decodeURIComponent(password)}"`),
  );
  const config = write("pgbouncer.ini", [
    "[databases]",
    `* = host=${target.hostname} port=${target.port}`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "pool_mode = transaction",
    `default_pool_size = ${poolSize}`,
    "max_client_conn = 500",
    "auth_type = scram-sha-256",
    `auth_file = ${users}`,
    "ignore_startup_parameters = extra_float_digits",
    `logfile = ${join(folder, "log")}`,
  ]);
  chmodSync(folder, 0o700);
  // It refuses to run as root.
  if (root) chownSync(folder, NOBODY, NOBODY);
  const child = spawn(program, ["-q", config], {
    cwd: folder,
    stdio: "ignore",
    ...(root ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  const through = (other: string) => Object.assign(new URL(other), { port: String(port) }).toString();
  const close = async () => {
    if (child.pid)
      await endProcess(child.pid, [
        ["SIGTERM", 3_000],
        ["SIGKILL", 3_000],
      ]);
    rmSync(folder, { recursive: true, force: true });
  };
  const [login] = logins;
  if (login)
    await answers(through(login), () => child.exitCode !== null).catch(async (error) => {
      await close();
      throw error;
    });
  return { through, close };
}

async function answers(url: string, ended: () => boolean): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const sql = connect(url, { prepare: false });
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (ended() || attempt === 100) throw error;
      await delay(50);
    } finally {
      await sql.end();
    }
  }
}

function findProgram(): string {
  const found = () => PLACES.find((path) => existsSync(path));
  if (!found() && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const install = () =>
      spawnSync("apt-get", ["install", "-y", "-q", "pgbouncer"], { stdio: "ignore" }).status === 0;
    if (!install()) spawnSync("apt-get", ["update", "-q"], { stdio: "ignore" }) && install();
  }
  const program = found();
  if (!program) throw new Error("PgBouncer is missing: install it (apt-get install pgbouncer).");
  return program;
}
