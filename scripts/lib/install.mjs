// Plain Node without dependencies: this runs before there are any.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const STAMP = join(ROOT, "node_modules", ".homeroom-installed");
const OLDEST = [20, 19];

/** Ends with one line on a Node.js that is too old. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(`Homeroom needs Node.js ${OLDEST.join(".")} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

function wanted() {
  const lock = readFileSync(join(ROOT, "package-lock.json"));
  return `${createHash("sha256").update(lock).digest("hex")} ${process.platform}-${process.arch}`;
}

/** Whether somebody's own `npm ci` put in place what the lock file says. */
function installedByHand() {
  try {
    const read = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8")).packages;
    const there = read("node_modules/.package-lock.json");
    return Object.entries(read("package-lock.json")).every(
      ([name, { version, optional, devOptional, extraneous }]) => {
        const missable = optional || devOptional || extraneous;
        return name === "" || there[name]?.version === version || (there[name] === undefined && missable);
      },
    );
  } catch {
    return false;
  }
}

function npm(...args) {
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith(".js") ? [process.execPath, [script]] : ["npm", []];
  const options = [...first, ...args, "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, stderr } = spawnSync(command, options, { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
  return { ok: status === 0, message: String(stderr ?? "") };
}

/** Installs packages when they are missing or not those of package-lock.json. */
function install() {
  const stamped = existsSync(STAMP) ? readFileSync(STAMP, "utf8") : undefined;
  if (stamped === wanted()) return;
  if (stamped !== undefined || !installedByHand()) {
    // Standard output belongs to the command that needs the packages, such as one with --json.
    console.error("Installing packages ...");
    // A lock file made where other platforms' packages were not to be had does not satisfy `npm ci`.
    if (!npm("ci").ok) {
      const second = npm("install", "--no-save");
      if (!second.ok) {
        console.error(`${second.message}\nPackages could not be installed: see npm's message above.`);
        process.exit(1);
      }
    }
  }
  writeFileSync(STAMP, wanted());
}

/** Prepares this process for the project's TypeScript: packages, loader, working folder. */
export async function prepare() {
  checkNode();
  install();
  process.chdir(ROOT);
  const { register } = await import(
    pathToFileURL(join(ROOT, "node_modules/tsx/dist/esm/api/index.mjs")).href
  );
  register({ tsconfig: join(ROOT, "tsconfig.json") });
}
