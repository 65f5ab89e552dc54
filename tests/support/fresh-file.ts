import { afterAll, vi } from "vitest";

/*
 * Around each file. A worker goes on to the next one, so that libraries are loaded once and not two hundred times; all
 * else begins anew, as in a process of its own: every module of ours is evaluated again, settings are those of the run,
 * and a pool that nobody closed is a failure.
 */

const held = globalThis as typeof globalThis & {
  homeroomPool?: unknown;
  homeroomWorkerPool?: unknown;
  homeroomSettings?: NodeJS.ProcessEnv;
};

held.homeroomSettings ??= { ...process.env };
vi.useRealTimers();
vi.unstubAllGlobals();
vi.unstubAllEnvs();
for (const name of Object.keys(process.env)) if (!(name in held.homeroomSettings)) delete process.env[name];
Object.assign(process.env, held.homeroomSettings);
vi.resetModules();

// The first to be said is the last to be done.
afterAll(() => {
  if (held.homeroomPool || held.homeroomWorkerPool)
    throw new Error("A pool was left open: call closePools()");
});
