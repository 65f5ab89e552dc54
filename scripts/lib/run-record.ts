import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DATA } from "./paths";
import { endProcess, fingerprint, startedWith } from "./processes";
import { UserError } from "./user-error";

/** The environment variable by which processes of one run are known, children of children included. */
export const RUN_MARK = "HOMEROOM_RUN_ID";

const FILE = join(DATA, "run.json");
const USERS = join(DATA, "users");

const processSchema = z.object({ pid: z.number().int().positive(), fingerprint: z.string() });

const schema = z.object({
  id: z.string().min(8),
  supervisor: processSchema,
  /** The npm above the supervisor, if it was started through npm. */
  parent: processSchema.optional(),
  web: processSchema.optional(),
  address: z.string().optional(),
});

export type Run = z.infer<typeof schema>;
export type Known = z.infer<typeof processSchema>;

/** A process as it can be recognised later. */
export function identify(pid: number): Known {
  return { pid, fingerprint: fingerprint(pid) ?? "ended" };
}

export function isSame(known: Known): boolean {
  return fingerprint(known.pid) === known.fingerprint;
}

/** The last recorded run; undefined when there is none to speak of. */
export function readRun(): Run | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(FILE, "utf8")));
  } catch {
    return undefined;
  }
}

/** Records this run, in one step. */
export function writeRun(run: Run): void {
  mkdirSync(DATA, { recursive: true });
  writeFileSync(`${FILE}.${process.pid}`, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${FILE}.${process.pid}`, FILE);
}

export function forgetRun(): void {
  rmSync(FILE, { force: true });
}

/** Clears away what an earlier run left behind; refuses when it is still in use. */
export async function settleEarlierRun(): Promise<void> {
  const run = readRun();
  if (!run) return;
  if (isSame(run.supervisor)) {
    const abandoned = run.parent !== undefined && !isSame(run.parent);
    if (!abandoned)
      throw new UserError(
        `Homeroom runs already${run.address ? ` at ${run.address}` : ""} (process ${run.supervisor.pid}): stop that first.`,
      );
    await endProcess(run.supervisor.pid, [
      ["SIGTERM", 45_000],
      ["SIGKILL", 5_000],
    ]);
  }
  if (run.web && isSame(run.web)) await endProcess(-run.web.pid, WEB_END);
  for (const pid of startedWith(RUN_MARK, run.id)) await endProcess(pid, WEB_END);
  forgetRun();
}

/** How a web server is ended: it may finish what it does, but not for ever. */
export const WEB_END = [
  ["SIGTERM", 10_000],
  ["SIGKILL", 5_000],
] as const satisfies readonly (readonly [NodeJS.Signals, number])[];

/** Says that this process uses the embedded server; the returned function tells whether others still do. */
export function leaseServer(): () => boolean {
  mkdirSync(USERS, { recursive: true });
  const mine = join(USERS, String(process.pid));
  writeFileSync(mine, identify(process.pid).fingerprint);
  return () => {
    rmSync(mine, { force: true });
    const others = readdirSync(USERS).filter((name) => {
      const used = isSame({ pid: Number(name), fingerprint: readFileSync(join(USERS, name), "utf8") });
      if (!used) rmSync(join(USERS, name), { force: true });
      return used;
    });
    return others.length > 0;
  };
}
