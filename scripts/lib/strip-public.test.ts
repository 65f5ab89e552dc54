import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./paths";
import { stripPublic } from "./strip-public";

test("takes the qualifier away wherever it stands", () => {
  expect(stripPublic('REFERENCES "public"."classes"("organization_id","id")')).toBe(
    'REFERENCES "classes"("organization_id","id")',
  );
  expect(stripPublic('ALTER TABLE "public"."a" ADD CHECK ("public"."a"."x" > 0);')).toBe(
    'ALTER TABLE "a" ADD CHECK ("a"."x" > 0);',
  );
});

test("leaves other schemas, other names and text alone", () => {
  const sql = `REFERENCES "core"."users"("id"), "public_key" text DEFAULT 'it''s "public".x', "public" text`;
  expect(stripPublic(sql)).toBe(sql);
});

test("no tenant migration names the schema public", () => {
  const folder = join(ROOT, "drizzle/tenant");
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".sql"))) {
    expect(readFileSync(join(folder, name), "utf8"), name).not.toContain('"public".');
  }
});
