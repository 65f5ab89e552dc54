import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { SCRATCH } from "../../scripts/lib/paths";
import { startTestCluster, type TestCluster } from "./cluster";

declare module "vitest" {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** One server for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...cluster } = await startTestCluster();
  project.provide("cluster", cluster);
  return async () => {
    await stop();
    // What the tests stored: STORAGE_DIR of vitest.config.ts.
    rmSync(join(SCRATCH, `storage-${process.pid}`), { recursive: true, force: true });
  };
}
