import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import { dataRows, findTable } from "@/domain/matricula/find-table";
import { mapColumns } from "@/domain/matricula/map-columns";
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
import { exportMatricula } from "../student-export";
import { getImport } from "./get-import";

const { urls } = await useTestDatabase();
const admin = (school: TestSchool) => school.actor(school.people.ORG_ADMIN);

async function exported(school: TestSchool): Promise<Buffer> {
  const input = matriculaInput.parse({ health: true, income: true });
  return writeWorkbook([matriculaSheet(await exportMatricula(admin(school), input))]);
}

/** What a file says of each student, by cédula: every column but the derived one read, and that as it stands. */
async function saidBy(file: Buffer) {
  const read = await readSheets(file, IMPORT_LIMITS);
  if (!read.ok) throw new Error(read.reason);
  const table = findTable(read.sheets);
  if (!table) throw new Error("No headings");
  const { fields } = mapColumns(table.headers);
  expect(fields).toEqual(MATRICULA_COLUMNS.map(({ field }) => field));
  const readRow = rowReader(fields, "2026-11-28");
  const age = fields.indexOf("student.age");
  return Object.fromEntries(
    dataRows(table).map(({ cells }) => {
      const { values } = readRow(cells);
      return [values.get("student.cedula"), { ...Object.fromEntries(values), "student.age": cells[age] }];
    }),
  );
}

test("what goes out is what came in: all columns of the clean file, on both placements", async () => {
  const original = readFileSync("tests/fixtures/matricula-215.xls");
  const said = await saidBy(original);
  const first = await makeSchool(urls.operator, "app");
  await doneImport(admin(first), "matricula-215.xls");
  const file = await exported(first);
  expect(await saidBy(file)).toEqual(said);

  // Sent back it changes nothing; another school that takes it in has the same.
  const again = await checkedImport(admin(first), file);
  expect((await getImport(admin(first), { id: again })).counts).toMatchObject({
    ...{ total: 215, unchanged: 215, error: 0, fields: 0, warned: 0 },
  });
  const second = await makeSchool(urls.operator, APART);
  await doneImport(admin(second), file);
  expect(await saidBy(await exported(second))).toEqual(said);
}, 60_000);
