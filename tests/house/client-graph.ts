import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { isNode, type Node, parse } from "./source";

/** A package that a page's first load carries, and the imports by which it comes there. */
export type Carried = { name: string; chain: string[] };

/** Reads a file of the sources; undefined where there is none. */
export type Read = (file: string) => string | undefined;

const ENDINGS = [".tsx", ".ts", "/index.ts"];

export const fromDisk: Read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);

/**
 * The packages that the browser loads with these routes: what their client components import, save by `import()`.
 * Types cost nothing and do not count.
 */
export function carriedBy(roots: readonly string[], read: Read = fromDisk): Carried[] {
  const carried = new Map<string, Carried>();
  const seen = new Set<string>();
  const visit = (file: string, inBrowser: boolean, chain: string[]) => {
    const { client, imports } = importsOf(file, read);
    const runs = inBrowser || client;
    if (seen.has(`${file} ${runs}`)) return;
    seen.add(`${file} ${runs}`);
    const here = runs ? [...chain, file] : [];
    for (const source of imports) {
      const target = resolve(file, source, read);
      if (target !== undefined) visit(target, runs, here);
      else if (runs && /^[\w@]/.test(source) && !source.startsWith("@/")) {
        const name = packageOf(source);
        if (!carried.has(name)) carried.set(name, { name, chain: here });
      }
    }
  };
  for (const root of roots) visit(root, false, []);
  return [...carried.values()];
}

const known = new Map<string, { client: boolean; imports: string[] }>();

function importsOf(file: string, read: Read): { client: boolean; imports: string[] } {
  const text = read(file) ?? "";
  const before = known.get(text);
  if (before) return before;
  const { body } = parse({ file, text });
  const items = Array.isArray(body) ? body.filter(isNode) : [];
  const [first] = items;
  const found = {
    client: isNode(first?.expression) && first.expression.value === "use client",
    imports: items.flatMap((item) =>
      isNode(item.source) && !isTypeOnly(item) ? String(item.source.value) : [],
    ),
  };
  known.set(text, found);
  return found;
}

function isTypeOnly({ typeOnly, specifiers }: Node): boolean {
  if (typeOnly === true) return true;
  const names = Array.isArray(specifiers) ? specifiers.filter(isNode) : [];
  return names.length > 0 && names.every(({ isTypeOnly }) => isTypeOnly === true);
}

function resolve(from: string, source: string, read: Read): string | undefined {
  const path = source.startsWith("@/")
    ? join("src", source.slice(2))
    : source.startsWith(".")
      ? normalize(join(dirname(from), source))
      : undefined;
  if (path === undefined) return undefined;
  return ENDINGS.map((ending) => `${path}${ending}`).find((file) => read(file) !== undefined);
}

function packageOf(source: string): string {
  return source
    .split("/")
    .slice(0, source.startsWith("@") ? 2 : 1)
    .join("/");
}
