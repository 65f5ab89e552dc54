import { expect, test } from "vitest";
import { useTestDatabase } from "../../../../tests/support/database";
import { matriculaVariants } from "../../../../tests/support/matricula-variants";
import { makeSchool } from "../../../../tests/support/schools";
import { checkedImport } from "../../../../tests/support/student-imports";
import { getImport } from "./get-import";

const { urls } = await useTestDatabase();
const school = await makeSchool(urls.operator);
const admin = school.actor(school.people.ORG_ADMIN);

test.each(matriculaVariants())("$name", async ({ file, good }) => {
  const id = await checkedImport(admin, file);
  const { counts, missing } = await getImport(admin, { id });
  expect(missing).toEqual([]);
  // The bar is 95 in 100; all of them go in, and their families whole.
  expect(counts).toMatchObject({ new: good, links: good === 215 ? 477 : 641, warned: 0 });
});
