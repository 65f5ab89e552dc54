import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Lifecycle } from "./lifecycle";
import { ROOT } from "./paths";
import { endProcess } from "./processes";
import { UserError } from "./user-error";

const SOURCES = [
  "src",
  "messages",
  "drizzle",
  "public",
  "package-lock.json",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
];
const STAMP = join(ROOT, ".next", "homeroom-sources");
export const NEXT = join(ROOT, "node_modules/next/dist/bin/next");

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A hash of everything that a build is made of; tests beside the sources do not count. */
export function sourcesHash(root = ROOT): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((name) => filesUnder(join(root, name))).sort()) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** Builds when the sources are not those of the last finished build. Returns whether it did. */
export async function ensureBuild(life: Lifecycle): Promise<boolean> {
  const hash = sourcesHash();
  const built =
    existsSync(join(ROOT, ".next", "BUILD_ID")) && existsSync(STAMP) && readFileSync(STAMP, "utf8");
  if (built === hash) return false;
  console.log("Building ...");
  rmSync(STAMP, { force: true });
  const { code, output } = await runBuild(life);
  if (code !== 0) {
    if (!life.stopping) console.error(output);
    throw new UserError("The build failed: see above.");
  }
  writeFileSync(STAMP, hash);
  return true;
}

/** The build knows nothing of this machine: no settings, no database. */
function buildEnvironment(): NodeJS.ProcessEnv {
  const kept = ["PATH", "HOME", "TMPDIR", "LANG", "CI"].map((name) => [name, process.env[name]]);
  return { ...Object.fromEntries(kept), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}

function runBuild(life: Lifecycle): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [NEXT, "build"], {
      cwd: ROOT,
      env: buildEnvironment(),
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
    life.onStop(async () => {
      if (child.exitCode === null && child.pid)
        await endProcess(-child.pid, [
          ["SIGTERM", 3_000],
          ["SIGKILL", 3_000],
        ]);
    });
  });
}
