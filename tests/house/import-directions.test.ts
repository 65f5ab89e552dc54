import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT, SCRATCH } from "../../scripts/lib/paths";

mkdirSync(SCRATCH, { recursive: true });
const folder = mkdtempSync(join(SCRATCH, "imports-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the check says of a small tree: "rule: from → to" of each violation. */
function violations(files: Record<string, string>): string[] {
  rmSync(join(folder, "src"), { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { stdout } = spawnSync(process.execPath, [join(ROOT, "scripts/imports.mjs")], {
    cwd: folder,
    encoding: "utf8",
  });
  return stdout
    .split("\n")
    .flatMap((line) => /^\s+error (\S+: .*?)\s*$/.exec(line)?.[1] ?? [])
    .sort();
}

const value = "export const value = 1;\n";

test("what the table allows passes", () => {
  expect(
    violations({
      "src/lib/a.ts": value,
      "src/domain/b.ts": 'export { value } from "@/lib/a";\n',
      "src/db/c.ts": 'export { value } from "@/domain/b";\n',
      "src/server/services/class/index.ts": 'export { value } from "@/db/c";\n',
      "src/server/services/user/index.ts": 'export { value } from "../class";\n',
      "src/server/routers/class.ts": 'export { value } from "../services/class";\n',
      "src/server/root.ts": 'export { value } from "./routers/class";\nexport type AppRouter = number;\n',
      "src/trpc/client.tsx":
        'import type { AppRouter } from "@/server/root";\nexport const x: AppRouter = 1;\n',
      "src/components/ui/d.tsx":
        'import { value } from "@/lib/a";\nexport const D = () => <p lang="en">{value}</p>;\n',
      "src/app/page.tsx": 'import { D } from "@/components/ui/d";\nexport default () => <D />;\n',
    }),
  ).toEqual([]);
});

const FORBIDDEN = [
  ["app", "src/app/page.tsx", "src/db/x.ts"],
  ["ui", "src/components/ui/a.tsx", "src/domain/x.ts"],
  ["components", "src/components/class/a.tsx", "src/server/x.ts"],
  ["components-trpc-client", "src/components/class/b.tsx", "src/trpc/server.tsx"],
  ["trpc-client-types", "src/trpc/client.tsx", "src/server/root.ts"],
  ["domain", "src/domain/a.ts", "src/db/x.ts"],
  ["routers", "src/server/routers/class.ts", "src/db/x.ts"],
  ["routers", "src/server/routers/user.ts", "src/server/services/class/create-class.ts"],
  ["services", "src/server/services/class/a.ts", "src/server/routers/x.ts"],
  ["services-by-index", "src/server/services/class/b.ts", "src/server/services/user/queries.ts"],
  ["jobs", "src/server/jobs/a.ts", "src/server/routers/x.ts"],
  ["operator", "src/server/operator/a.ts", "src/server/routers/x.ts"],
  ["web-without-operator", "src/server/background.ts", "src/server/operator/x.ts"],
  ["adapters", "src/server/adapters/a.ts", "src/server/services/class/index.ts"],
  ["db", "src/db/a.ts", "src/server/x.ts"],
  ["lib", "src/lib/a.ts", "src/domain/x.ts"],
  ["tests-stay-outside", "src/lib/b.ts", "src/lib/c.test.ts"],
] as const;

test("each forbidden direction is seen, a cycle and a missing file too", () => {
  const files: Record<string, string> = {
    "src/lib/d.ts": 'export { e } from "./e";\nexport const d = 1;\n',
    "src/lib/e.ts": 'export { d } from "./d";\nexport const e = 1;\n',
    "src/lib/f.ts": 'export { nowhere } from "./nowhere";\n',
    "src/components/class/c.tsx": 'export { default } from "next/link";\n',
  };
  for (const [, from, to] of FORBIDDEN) {
    const imported = to.replace(/^src\//, "@/").replace(/\.tsx?$/, "");
    const markup = from.endsWith("x") ? 'export const M = () => <p lang="en">{value}</p>;\n' : "";
    files[to] ??= value;
    files[from] = `import { value } from "${imported}";\nexport { value };\n${markup}`;
  }
  const found = violations(files);
  expect(found).toEqual(
    expect.arrayContaining(FORBIDDEN.map(([rule, from, to]) => `${rule}: ${from} → ${to}`)),
  );
  expect(found.filter((line) => line.startsWith("no-cycles"))).toHaveLength(1);
  expect(found).toContain("no-missing: src/lib/f.ts → ./nowhere");
  expect(found.some((line) => line.startsWith("one-link: src/components/class/c.tsx → "))).toBe(true);
});
