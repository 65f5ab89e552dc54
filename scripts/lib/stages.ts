import { spawn } from "node:child_process";
import type { Lifecycle } from "./lifecycle";
import { ROOT } from "./paths";
import { endProcess } from "./processes";
import type { Counts } from "./reports";
import { oneLine, UserError } from "./user-error";

export interface Stage {
  name: string;
  run: () => Promise<Counts>;
}

/** Runs every stage, also after one failed, and says how each went; none is begun once the run is stopping. */
export async function runStages(life: Lifecycle, stages: Stage[]): Promise<Counts & { failures: string[] }> {
  const total = { passed: 0, failed: 0, failures: [] as string[] };
  for (const { name, run } of stages) {
    if (life.stopping) break;
    const began = performance.now();
    console.log(`\n== ${name}`);
    const counts = await run().catch((error: unknown): Counts => {
      console.error(error instanceof UserError || !(error instanceof Error) ? oneLine(error) : error.stack);
      return { passed: 0, failed: 1 };
    });
    total.passed += counts.passed;
    total.failed += counts.failed;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `== ${name}: ${counts.failed ? "FAILED" : "ok"}, ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`,
    );
    if (counts.failed) total.failures.push(`${name} (${counts.failed})`);
  }
  return total;
}

/** Runs a program of node_modules with its output shown; resolves to its exit code. */
export function runTool(
  life: Lifecycle,
  script: string,
  args: string[],
  environment: Record<string, string | undefined> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`node_modules/${script}`, ...args], {
      cwd: ROOT,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment },
      stdio: ["ignore", "inherit", "inherit"],
      detached: true,
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
    life.onStop(async () => {
      const ended = child.exitCode !== null || child.signalCode !== null;
      if (!ended && child.pid)
        await endProcess(-child.pid, [
          ["SIGTERM", 10_000],
          ["SIGKILL", 3_000],
        ]);
    });
  });
}

/** A check without a count of its own: all or nothing. */
export function check(code: number): Counts {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
