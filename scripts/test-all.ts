import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startE2eServers } from "../tests/support/e2e-servers";
import { ensureBuild } from "./lib/build";
import { findChromium } from "./lib/chromium";
import { type Lifecycle, underLifecycle } from "./lib/lifecycle";
import { SCRATCH } from "./lib/paths";
import { playwrightCounts, vitestCounts } from "./lib/reports";
import { check, runStages, runTool, type Stage } from "./lib/stages";
import { UserError } from "./lib/user-error";

const REPORTS = join(SCRATCH, "reports");

/**
 * Every check and test, each stage also after a failed one; the last line is `N passed, N failed`.
 * `--only=lint,vitest` picks stages; file filters go to vitest, those under e2e/ to Playwright.
 */
export function testAll(args: string[]): Promise<void> {
  return underLifecycle(
    async (life) => {
      let summary = "0 passed, 1 failed";
      // The first to be remembered is the last to be done: nothing prints after it.
      life.onStop(() => console.log(summary));
      const { names, filters } = readArguments(args);
      const stages = allStages(life, filters).filter(
        ({ name }) => names.length === 0 || names.includes(name),
      );
      const began = performance.now();
      mkdirSync(REPORTS, { recursive: true });
      const { passed, failed, failures } = await runStages(life, stages);
      console.log(`\nTook ${((performance.now() - began) / 1000).toFixed(0)} s.`);
      if (failures.length > 0) console.log(`Failed: ${failures.join(", ")}`);
      summary = `${passed} passed, ${failed} failed`;
      await life.stop(failed > 0 ? 1 : 0);
    },
    { interrupted: 130 },
  );
}

const STAGES = ["lint", "imports", "types", "unused", "vitest", "build", "e2e"];

function readArguments(args: string[]): { names: string[]; filters: string[] } {
  const filters = args.filter((arg) => !arg.startsWith("--only="));
  const names = args
    .filter((arg) => arg.startsWith("--only="))
    .flatMap((arg) => arg.slice("--only=".length).split(","));
  const unknown = names.find((name) => !STAGES.includes(name));
  if (unknown !== undefined)
    throw new UserError(`There is no stage "${unknown}": take of ${STAGES.join(", ")}.`);
  if (names.length > 0 || filters.length === 0) return { names, filters };
  const browser = filters.some(isBrowserTest);
  return {
    names: [
      ...(filters.some((filter) => !isBrowserTest(filter)) ? ["vitest"] : []),
      ...(browser ? ["build", "e2e"] : []),
    ],
    filters,
  };
}

function isBrowserTest(filter: string): boolean {
  return filter.startsWith("e2e") || filter.endsWith(".spec.ts");
}

function allStages(life: Lifecycle, filters: string[]): Stage[] {
  const tool = async (script: string, args: string[]) => check(await runTool(life, script, args));
  return [
    { name: "lint", run: () => tool("@biomejs/biome/bin/biome", ["check", "."]) },
    { name: "imports", run: () => tool("../scripts/imports.mjs", []) },
    {
      name: "types",
      run: async () => {
        // Route types and next-env.d.ts are made, not kept.
        const made = await runTool(life, "next/dist/bin/next", ["typegen"]);
        return check(made || (await runTool(life, "typescript/bin/tsc", ["--noEmit"])));
      },
    },
    { name: "unused", run: () => tool("knip/bin/knip.js", []) },
    {
      name: "vitest",
      run: () =>
        vitest(
          life,
          filters.filter((filter) => !isBrowserTest(filter)),
        ),
    },
    {
      name: "build",
      run: async () => {
        await ensureBuild(life);
        return { passed: 1, failed: 0 };
      },
    },
    { name: "e2e", run: () => e2e(life, filters.filter(isBrowserTest)) },
  ];
}

async function vitest(life: Lifecycle, filters: string[]) {
  const report = join(REPORTS, "vitest.json");
  rmSync(report, { force: true });
  const code = await runTool(life, "vitest/vitest.mjs", [
    ...["run", ...filters],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ]);
  return atLeastOneFailure(vitestCounts(report), code);
}

async function e2e(life: Lifecycle, filters: string[]) {
  const executable = findChromium();
  await ensureBuild(life);
  const { address, inboxUrl, proxied } = await startE2eServers(life);
  const { httpsPort, namesUrl } = await proxied();
  const report = join(REPORTS, "playwright.json");
  rmSync(report, { force: true });
  const code = await runTool(life, "@playwright/test/cli.js", ["test", ...filters, "--reporter=list,json"], {
    E2E_BASE_URL: address,
    E2E_INBOX_URL: inboxUrl,
    E2E_NAMES_URL: namesUrl,
    E2E_HTTPS_PORT: String(httpsPort),
    PLAYWRIGHT_CHROMIUM_PATH: executable,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return atLeastOneFailure(playwrightCounts(report), code);
}

// A run can fail without a failed test, such as by an unhandled rejection.
function atLeastOneFailure(counts: { passed: number; failed: number }, code: number) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
