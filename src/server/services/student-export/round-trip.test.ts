import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import { dataRows, findTable } from "@/domain/matricula/find-table";
import { rowReader } from "@/domain/matricula/read-row";
import { matriculaSheet } from "@/domain/matricula/write";
import { matriculaInput } from "@/domain/student-export";
import { IMPORT_LIMITS } from "@/domain/student-import-list";
import { readSheets } from "@/lib/spreadsheet-file";
import { writeWorkbook } from "@/lib/workbook";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { checkedImport, doneImport } from "../../../../tests/support/student-imports";
import { getImport } from "../student-import";
import { exportMatricula } from "./export-matricula";

const { urls } = await useTestDatabase();

const FIELDS = MATRICULA_COLUMNS.map(({ field }) => field);
const AGE = FIELDS.indexOf("student.age");

/** Every row of a file by the student's cédula, each of its 122 columns normalised; the age is as it stands there. */
async function normalised(bytes: Buffer) {
  const read = await readSheets(bytes, IMPORT_LIMITS);
  const table = read.ok ? findTable(read.sheets) : undefined;
  if (!table) throw new Error("Not read");
  expect(table.headerIndex).toBe(2);
  expect(table.headers).toEqual(MATRICULA_COLUMNS.map(({ header }) => header));
  const reader = rowReader(FIELDS, "2026-11-28");
  const rows = dataRows(table).map(({ cells }) => {
    const { values, problems } = reader(cells);
    expect(problems.filter(({ fatal }) => fatal)).toEqual([]);
    const row = Object.fromEntries(FIELDS.map((field) => [field, values.get(field) ?? null]));
    return [String(row["student.cedula"]), { ...row, "student.age": cells[AGE] ?? null }] as const;
  });
  return new Map(rows);
}

describe.each(["app", APART])(
  "the clean file, taken in by a school placed in %s and taken out again,",
  (placement) => {
    const original = readFileSync("tests/fixtures/matricula-215.xls");
    let school: TestSchool;
    let written: Buffer;

    beforeAll(async () => {
      school = await makeSchool(urls.operator, placement);
      const actor = school.actor(school.people.ORG_ADMIN);
      await doneImport(actor, "matricula-215.xls");
      const input = matriculaInput.parse({ health: true, income: true });
      written = await writeWorkbook([matriculaSheet(await exportMatricula(actor, input))]);
    });

    test("says the same in all of its 122 columns", async () => {
      const [before, after] = [await normalised(original), await normalised(written)];
      expect(after.size).toBe(215);
      for (const [cedula, row] of before) expect(after.get(cedula), cedula).toEqual(row);
    });

    test("changes nothing when it is taken in once more", async () => {
      const actor = school.actor(school.people.ORG_ADMIN);
      const id = await checkedImport(actor, written);
      expect((await getImport(actor, { id })).counts).toMatchObject({
        ...{ total: 215, new: 0, changed: 0, unchanged: 215, error: 0 },
      });
    });

    test("is the same in another school", async () => {
      const other = await makeSchool(urls.operator, placement);
      const actor = other.actor(other.people.ORG_ADMIN);
      await doneImport(actor, written);
      const input = matriculaInput.parse({ health: true, income: true });
      const again = await writeWorkbook([matriculaSheet(await exportMatricula(actor, input))]);
      expect(await normalised(again)).toEqual(await normalised(written));
    });
  },
);
