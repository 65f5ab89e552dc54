import { beforeEach, expect, test } from "vitest";
import { chooseChangesInput, importRowsInput } from "@/domain/student-import";
import { useTestDatabase } from "../../../../tests/support/database";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { checkedImport, doneImport, goodRow, matriculaFile } from "../../../../tests/support/student-imports";
import { chooseChanges } from "./choose-changes";
import { getImport } from "./get-import";
import { listImportRows } from "./list-rows";

const { urls } = await useTestDatabase();

let school: TestSchool;
const admin = () => school.actor(school.people.ORG_ADMIN);
const file = (address: string, count: number) =>
  matriculaFile(
    Array.from({ length: 10 }, (_, n) =>
      goodRow(n, { "student.address": n < count ? address : "Calle 1", "student.religion": "Ninguna" }),
    ),
  );
const choose = (id: string, take: boolean, rowNumbers?: number[]) =>
  chooseChanges(
    admin(),
    chooseChangesInput.parse({
      id,
      take,
      ...(rowNumbers && {
        rows: rowNumbers.map((rowNumber) => ({ rowNumber, fields: ["student.address"] })),
      }),
    }),
  );

beforeEach(async () => {
  school = await makeSchool(urls.operator);
  await doneImport(admin(), file("Calle 1", 10));
});

test("what is kept is counted anew, and asks for a yes only as long as it is too much", async () => {
  const id = await checkedImport(admin(), file("Avenida 2", 3));
  const look = () => getImport(admin(), { id });
  const held = { state: "held", hold: { affected: 3, students: 10, percent: 10 }, counts: { updated: 3 } };
  expect(await look()).toMatchObject(held);

  expect(await choose(id, false, [4, 5])).toEqual({ changed: 2 });
  // One of ten is no more than ten percent.
  expect(await look()).toMatchObject({ state: "checked", hold: null, counts: { changed: 3, updated: 1 } });
  const { rows } = await listImportRows(admin(), importRowsInput.parse({ id, verdict: "changed" }));
  expect(rows.map(({ changes }) => changes.map(({ kept }) => kept))).toEqual([[true], [true], [false]]);

  await choose(id, true);
  expect(await look()).toMatchObject(held);
  await choose(id, false);
  expect(await look()).toMatchObject({ state: "checked", hold: null, counts: { updated: 0 } });
});
