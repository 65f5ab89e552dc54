import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { SCRATCH } from "./paths";
import { loadSecrets } from "./secrets";

mkdirSync(SCRATCH, { recursive: true });
const folder = mkdtempSync(join(SCRATCH, "secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("are made once, for their owner's eyes, and stay", () => {
  const file = join(folder, "new", "secrets.json");
  const first = loadSecrets(file);
  expect(loadSecrets(file)).toEqual(first);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
  expect(first.authSecret.length).toBeGreaterThanOrEqual(32);
});

test("one that an older version did not know is added, the others stay", () => {
  const file = join(folder, "older.json");
  const { worker, ...older } = loadSecrets(file);
  writeFileSync(file, JSON.stringify(older));
  const now = loadSecrets(file);
  expect(now).toMatchObject(older);
  expect(now.worker).not.toBe(worker);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(now);
});

test("a damaged file is told in one line and left alone", () => {
  const file = join(folder, "damaged.json");
  writeFileSync(file, "{");
  expect(() => loadSecrets(file)).toThrow("is damaged");
  expect(readFileSync(file, "utf8")).toBe("{");
});
