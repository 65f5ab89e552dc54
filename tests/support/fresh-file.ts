import { vi } from "vitest";

/*
 * Before each file. A worker goes on to the next one, so that libraries are loaded once and not two hundred times; all
 * else begins anew, as in a process of its own: every module of ours is evaluated again, and settings are the run's.
 */

const held = globalThis as typeof globalThis & { homeroomSettings?: NodeJS.ProcessEnv };

held.homeroomSettings ??= { ...process.env };
vi.useRealTimers();
vi.unstubAllGlobals();
vi.unstubAllEnvs();
for (const name of Object.keys(process.env)) if (!(name in held.homeroomSettings)) delete process.env[name];
Object.assign(process.env, held.homeroomSettings);
vi.resetModules();
