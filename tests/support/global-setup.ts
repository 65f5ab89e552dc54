import type { TestProject } from "vitest/node";
import { startTestCluster, type TestCluster } from "./cluster";

declare module "vitest" {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** One server for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, secrets, stop } = await startTestCluster();
  project.provide("cluster", { url, secrets });
  return stop;
}
