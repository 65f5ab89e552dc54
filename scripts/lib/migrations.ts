import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./paths";
import { stripPublic } from "./strip-public";

/** Writes what changed in the schema as migrations of both sets; `args` go to drizzle-kit, such as --name. */
export function generateMigrations(args: string[]): void {
  for (const set of ["core", "tenant"]) {
    const { status } = spawnSync(
      process.execPath,
      ["node_modules/drizzle-kit/bin.cjs", "generate", ...args],
      {
        cwd: ROOT,
        env: { ...process.env, DRIZZLE_SET: set },
        stdio: "inherit",
      },
    );
    if (status !== 0) process.exit(status ?? 1);
  }
  const folder = join(ROOT, "drizzle/tenant");
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".sql"))) {
    const path = join(folder, name);
    const text = readFileSync(path, "utf8");
    if (stripPublic(text) !== text) writeFileSync(path, stripPublic(text));
  }
}
