import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./paths";
import { UserError } from "./user-error";

/** Starts the operator's process in a group of its own, with the settings of this process and more. */
export function startOperatorProcess(environment: Record<string, string>): {
  child: ChildProcess;
  pid: number;
} {
  const child = spawn(process.execPath, [join(ROOT, "scripts/operator.mjs")], {
    cwd: ROOT,
    detached: true,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...environment },
  });
  const { pid } = child;
  if (!pid) throw new UserError("The operator's process could not be started.");
  return { child, pid };
}
