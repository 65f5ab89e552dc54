import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { takeCoreLinks } from "./core-links";

const link = (table: string, name: string) =>
  `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" FOREIGN KEY ("organization_id") REFERENCES "core"."organizations"("id");`;
const inner =
  'ALTER TABLE "a" ADD CONSTRAINT "a_b_fk" FOREIGN KEY ("b") REFERENCES "b"("id") ON DELETE cascade;';

test("foreign keys to the control plane are taken out, the others stay where they are", () => {
  const made = `-- Why it is so.\n${link("b", "b_fk")}`;
  expect(takeCoreLinks([['CREATE TABLE "a" ();', link("a", "a_fk"), inner], [made]])).toEqual({
    rest: [['CREATE TABLE "a" ();', inner], []],
    links: [
      { table: "a", name: "a_fk", statement: link("a", "a_fk") },
      { table: "b", name: "b_fk", statement: link("b", "b_fk") },
    ],
  });
});

test("one that a later migration drops is never made; what it drops else is dropped", () => {
  const drop = 'ALTER TABLE "a" DROP CONSTRAINT "a_fk";';
  const other = 'ALTER TABLE "a" DROP CONSTRAINT "a_check";';
  expect(takeCoreLinks([[link("a", "a_fk")], [drop, other]])).toEqual({ rest: [[], [other]], links: [] });
  expect(takeCoreLinks([[link("a", "a_fk")], [drop], [link("a", "a_fk")]]).links).toHaveLength(1);
});

test("every one of the tenant migrations is found", () => {
  const folder = join(process.cwd(), "drizzle/tenant");
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const { rest, links } = takeCoreLinks(texts.map((text) => text.split("--> statement-breakpoint")));
  expect(rest.flat().join("\n")).not.toMatch(/references "core"/i);
  expect(links.map(({ name }) => name)).toContain("enrollments_user_fk");
});
