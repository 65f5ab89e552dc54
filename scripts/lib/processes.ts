import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Fields of /proc/<pid>/stat after the command's name, which may itself hold blanks and brackets. */
function statFields(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** Whether a process runs; a zombie nobody has reaped counts as ended. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return process.platform !== "linux" || !["Z", "X", ""].includes(statFields(pid)[0] ?? "");
}

/** What tells this process from a later one with the same number; undefined when it does not run. */
export function fingerprint(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  if (process.platform === "linux")
    return `${read("/proc/sys/kernel/random/boot_id").trim()}:${statFields(pid)[19]}`;
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}

/** The command line of a process, arguments separated by blanks. */
export function commandLine(pid: number): string {
  if (process.platform === "linux") return read(`/proc/${pid}/cmdline`).split("\0").join(" ").trim();
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/** The process above this one that npm is, past the shell that npm runs a script in. */
export function npmAbove(): number | undefined {
  if (!process.env.npm_lifecycle_event) return undefined;
  const shell = commandLine(process.ppid).startsWith("sh -c ");
  return (shell && parentOf(process.ppid)) || process.ppid;
}

function parentOf(pid: number): number | undefined {
  if (process.platform === "linux") return Number(statFields(pid)[1]) || undefined;
  try {
    return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" })) || undefined;
  } catch {
    return undefined;
  }
}

/** Live processes for which `matches(/proc/<pid>)` holds; empty where there is no /proc. */
function scan(matches: (folder: string) => boolean): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && matches(`/proc/${pid}`) && isAlive(pid));
}

/** Processes that were started with `name=value` in their environment, children of children included. */
export function startedWith(name: string, value: string): number[] {
  return scan((folder) => read(`${folder}/environ`).split("\0").includes(`${name}=${value}`));
}

/** Processes that work in a folder. */
export function workingIn(folder: string): number[] {
  return scan((entry) => {
    try {
      return readlinkSync(`${entry}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself meanwhile.
  }
}

/** Resolves to whether `condition` came true within `ms`. */
export async function until(condition: () => boolean, ms: number, every = 25): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await delay(every)) if (condition()) return true;
  return condition();
}

/** Ends a process (negative: its group) by one signal after the other, each with its patience in ms. */
export async function endProcess(
  pid: number,
  steps: readonly (readonly [NodeJS.Signals, number])[],
): Promise<void> {
  const gone = () => !groupAlive(pid);
  for (const [name, patience] of steps) {
    if (gone()) return;
    signal(pid, name);
    if (await until(gone, patience)) return;
  }
}

function groupAlive(pid: number): boolean {
  if (pid > 0) return isAlive(pid);
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== "linux") return true;
  return scan((folder) => statFields(Number(folder.slice(6)))[2] === String(-pid)).length > 0;
}

/** Whether a TCP port can be listened on. */
export function portIsFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A port that nobody listens on now: the first free one of `preferred`, else the system's choice. */
export async function freePort(host: string, preferred: readonly number[] = []): Promise<number> {
  for (const port of preferred) if (await portIsFree(port, host)) return port;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host }, () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no free port")),
      );
    });
  });
}
