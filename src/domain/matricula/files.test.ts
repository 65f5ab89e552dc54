import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSheets } from "@/lib/spreadsheet-file";
import clean from "../../../tests/fixtures/matricula-215.expected.json";
import dirty from "../../../tests/fixtures/matricula-dirty-300.expected.json";
import { IMPORT_LIMITS } from "../student-import-list";
import { MATRICULA_COLUMNS } from "./columns";
import { dataRows, findTable } from "./find-table";
import { mapColumns } from "./map-columns";
import { rowReader } from "./read-row";

const TODAY = "2026-11-28";

async function readFile(name: string) {
  const read = await readSheets(readFileSync(`tests/fixtures/${name}`), IMPORT_LIMITS);
  if (!read.ok) throw new Error(read.reason);
  const table = findTable(read.sheets);
  if (!table) throw new Error("No headings");
  const rows = dataRows(table);
  const { fields } = mapColumns(table.headers);
  const reader = rowReader(fields, TODAY);
  return { table, fields, rows: rows.map(({ rowNumber, cells }) => ({ rowNumber, ...reader(cells) })) };
}

describe.each([
  ["matricula-215.xls", clean],
  ["matricula-dirty-300.xls", dirty],
])("%s", (name, expected) => {
  it("is read as whoever made it says", async () => {
    const { table, fields, rows } = await readFile(name);
    expect({ sheet: table.sheet.name, header: table.headerIndex + 1, year: table.year }).toEqual({
      ...{ sheet: "Matrícula", header: 3, year: "2025-2026" },
    });
    expect(fields).toEqual(MATRICULA_COLUMNS.map(({ field }) => field));
    expect(rows).toHaveLength(expected.dataRows);
    const bad = rows.filter(({ problems }) => problems.some(({ fatal }) => fatal));
    const told = (why: string) =>
      ({
        "missing birth date": "student.birthDate matricula.missing",
        "missing grade": "student.grade matricula.missing",
        "impossible birth date": "student.birthDate identity.dayImpossible",
        "malformed cédula": "student.cedula identity.cedulaLetters",
        "unknown gender": "student.gender identity.genderUnknown",
        "birth date in the future": "student.birthDate identity.birthFuture",
      })[why];
    expect(
      bad.map(({ rowNumber, problems }) => ({
        row: rowNumber,
        why: problems.flatMap(({ field, code, fatal }) => (fatal ? [`${field} ${code}`] : [])),
      })),
    ).toEqual(expected.bad.map(({ row, why }: { row: number; why: string }) => ({ row, why: [told(why)] })));
    const good = rows.filter((row) => !bad.includes(row));
    expect(good).toHaveLength(expected.good);
    const primaries = new Set(rows.map(({ values }) => values.get("guardian.primary.cedula")));
    expect(primaries.size).toBe(expected.families);
    const links = good.flatMap(({ values }) =>
      ["primary", "secondary", "emergency"].filter((type) => values.has(`guardian.${type}.cedula`)),
    );
    expect(links).toHaveLength(expected.representativeLinks);
    for (const student of expected.students) {
      const values = rows.find(({ rowNumber }) => rowNumber === student.row)?.values;
      expect({
        cedula: values?.get("student.cedula"),
        first: values?.get("student.firstNames"),
        last: values?.get("student.lastNames"),
        birthDate: values?.get("student.birthDate"),
        gender: values?.get("student.gender"),
      }).toEqual({
        cedula: `V${student.cedula}`,
        first: student.first,
        last: student.last,
        birthDate: student.birthDate,
        gender: student.gender === "F" ? "female" : "male",
      });
    }
    const warned = new Set(
      rows.flatMap(({ problems }) => problems.flatMap((p) => (p.fatal ? [] : [p.code]))),
    );
    expect([...warned]).toEqual([]);
  });
});
