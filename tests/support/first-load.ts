import { gzipSync } from "node:zlib";

/** What the first load of a page costs: `bytes` are those of its scripts, gzipped. */
export type FirstLoad = { path: string; bytes: number; scripts: { path: string; bytes: number }[] };

/** What any page of a school's administrator may load: 220 KB of 1,024 bytes. */
export const FIRST_LOAD_LIMIT = 220 * 1024;

/**
 * The scripts that a page's HTML names by `src`, `preload` or `modulepreload`, each once. Those for browsers without
 * modules (`nomodule`) are left out: no browser that runs this application loads them.
 */
export function scriptsOf(html: string): string[] {
  const named = [...html.matchAll(/<(script|link)\b[^>]*>/g)].flatMap(([tag, kind]) => {
    const attribute = (name: string) => new RegExp(`\\s${name}="([^"]*)"`, "i").exec(tag)?.[1] ?? "";
    if (kind === "script") return /\snomodule\b/i.test(tag) ? [] : attribute("src");
    const rel = attribute("rel");
    const isScript = rel === "modulepreload" || (rel === "preload" && attribute("as") === "script");
    return isScript ? attribute("href") : [];
  });
  return [...new Set(named)].filter((path) => path !== "");
}

/** Weighs pages by their scripts, gzipped as the server does it (level 6); each script is fetched once. */
export function weigher(get: (path: string) => Promise<string>): (path: string) => Promise<FirstLoad> {
  const weights = new Map<string, Promise<number>>();
  const weigh = (script: string) => {
    const weight = weights.get(script) ?? get(script).then((text) => gzipSync(text, { level: 6 }).length);
    weights.set(script, weight);
    return weight;
  };
  return async (path) => {
    const found = scriptsOf(await get(path));
    if (found.length === 0) throw new Error(`${path} names no scripts`);
    const scripts = await Promise.all(
      found.map(async (script) => ({ path: script, bytes: await weigh(script) })),
    );
    return { path, scripts, bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0) };
  };
}
