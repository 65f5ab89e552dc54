import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Binaries, handOver, type Owner } from "./postgres-files";
import { isAlive } from "./processes";
import { oneLine, UserError } from "./user-error";

export const SUPERUSER = "postgres";

/** Nothing of ours goes to the server: it sees a fixed, small environment. */
export const ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: "/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};

/** Makes the data directory unless there is one; a half-made one never bears the final name. */
export function initialise(
  home: string,
  data: string,
  { initdb }: Binaries,
  owner: Owner | undefined,
  options: { superuserPassword: string; tuning: "durable" | "fast" },
) {
  if (existsSync(join(data, "PG_VERSION"))) return;
  for (const name of readdirSync(home)) {
    const maker = /^init-(\d+)/.exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) rmSync(join(home, name), { recursive: true, force: true });
  }
  const making = join(home, `init-${process.pid}`);
  const passwordFile = `${making}.password`;
  try {
    mkdirSync(making, { mode: 0o700 });
    handOver(making, owner);
    writeFileSync(passwordFile, `${options.superuserPassword}\n`, { mode: 0o600 });
    handOver(passwordFile, owner);
    const result = spawnSync(
      initdb,
      [
        "-D",
        making,
        "-U",
        SUPERUSER,
        "--pwfile",
        passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
        ...(options.tuning === "fast" ? ["--no-sync"] : []),
      ],
      { ...owner, cwd: home, env: ENVIRONMENT, encoding: "utf8" },
    );
    if (result.error || result.status !== 0)
      throw new UserError(
        `PostgreSQL could not make its data directory: ${lastLine(result.stderr) || oneLine(result.error)}`,
      );
    try {
      renameSync(making, data);
    } catch (error) {
      // Another start was faster: its data directory is as good.
      if (!existsSync(join(data, "PG_VERSION"))) throw error;
    }
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(making, { recursive: true, force: true });
  }
}

export function lastLine(text: string | null | undefined): string {
  return text?.trim().split("\n").at(-1) ?? "";
}
