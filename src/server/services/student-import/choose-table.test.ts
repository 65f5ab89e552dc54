import { utils, write } from "@e965/xlsx";
import { beforeEach, describe, expect, test } from "vitest";
import { checkImportInput } from "@/domain/student-import";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { openImport } from "../../../../tests/support/student-imports";
import { checkImport, chooseTable, eraseImport, getImport, listImportRows, workOnImport } from ".";

const { urls } = await useTestDatabase();

const HEADINGS = ["Grado", "Sección", "Apellido", "Nombre", "Cédula", "Género", "Fecha de nacimiento"];
const row = (name: string, n: number) => ["1er Grado", "A", "Peña", name, 31_000_000 + n, "F", "14/03/2018"];

/** Two sheets with students: the longer one is found, the other is this year's. */
const TWO_SHEETS = book({
  Retirados: [HEADINGS, row("Alba", 1), row("Berta", 2), row("Carla", 3)],
  Vigentes: [["Matrícula 2026-2027"], HEADINGS, row("Delia", 4)],
  Vacía: [],
});

function book(sheets: Record<string, unknown[][]>): Buffer {
  const workbook = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), name);
  return Buffer.from(write(workbook, { type: "buffer", bookType: "xlsx" }));
}

describe.each(["app", APART])("the table of a file, chosen by hand in a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  async function choose(id: string, sheet: string, headerRow: number) {
    await chooseTable(admin(), { id, sheet, headerRow }, { inBackground: false });
    await workOnImport(admin(), { id });
    return getImport(admin(), { id });
  }

  async function check(id: string, remember = true) {
    await checkImport(admin(), checkImportInput.parse({ id, remember }), { inBackground: false });
    await workOnImport(admin(), { id });
    return getImport(admin(), { id });
  }

  test("takes the place of what was found: other rows, another year, and nothing of before", async () => {
    const id = await openImport(admin(), TWO_SHEETS);
    expect(await check(id)).toMatchObject({
      ...{ state: "checked", sheet: "Retirados", headerRow: 1, rowCount: 3, counts: { new: 3 } },
      sheets: [
        { name: "Retirados", lastRow: 4, headerRow: 1, titles: [{ row: 1, text: HEADINGS.join(" · ") }] },
        {
          ...{ name: "Vigentes", lastRow: 3, headerRow: 2 },
          titles: [
            { row: 1, text: "Matrícula 2026-2027" },
            { row: 2, text: HEADINGS.join(" · ") },
          ],
        },
      ],
    });
    expect(await choose(id, "Vigentes", 2)).toMatchObject({
      ...{
        state: "mapped",
        sheet: "Vigentes",
        headerRow: 2,
        rowCount: 1,
        titleYear: "2026-2027",
        counts: {},
      },
      missing: [],
    });
    expect(await check(id)).toMatchObject({ counts: { total: 1, new: 1 } });
    const { rows } = await listImportRows(admin(), { id, warned: false, limit: 100 });
    expect(rows).toMatchObject([{ rowNumber: 3, name: "Delia Peña" }]);
  });

  test("is remembered for such files with what the columns mean, until the found one is chosen again", async () => {
    const first = await openImport(admin(), TWO_SHEETS);
    await choose(first, "Vigentes", 2);
    await check(first, false);
    expect(await getImport(admin(), { id: await openImport(admin(), TWO_SHEETS) })).toMatchObject({
      sheet: "Retirados",
    });
    await check(first);
    const second = await openImport(admin(), TWO_SHEETS);
    expect(await getImport(admin(), { id: second })).toMatchObject({ sheet: "Vigentes", rowCount: 1 });
    // A file with the same headings that has no such sheet is read where its list is.
    const other = await openImport(admin(), book({ Lista: [HEADINGS, row("Elba", 5)] }));
    expect(await getImport(admin(), { id: other })).toMatchObject({ sheet: "Lista", missing: [] });

    expect(await choose(second, "Retirados", 1)).toMatchObject({ sheet: "Retirados", rowCount: 3 });
    await check(second);
    const third = await openImport(admin(), TWO_SHEETS);
    expect(await getImport(admin(), { id: third })).toMatchObject({ sheet: "Retirados" });
  });

  test("is a row of the file with rows below it, of an import that is not over", async () => {
    const id = await openImport(admin(), TWO_SHEETS);
    const refused = { message: "importFile.table", field: "headerRow" };
    for (const [sheet, headerRow] of [
      ["Vigentes", 3],
      ["Vacía", 1],
      ["Ninguna", 1],
    ] as const)
      await expect(choose(id, sheet, headerRow)).rejects.toMatchObject(refused);
    // A row that names no columns leaves them to be said by hand.
    expect(await choose(id, "Retirados", 2)).toMatchObject({
      rowCount: 2,
      missing: expect.arrayContaining(["student.grade"]),
    });
    await eraseImport(admin(), { id });
    await expect(choose(id, "Vigentes", 2)).rejects.toMatchObject({ kind: "conflict" });
    expect(await getImport(admin(), { id })).toMatchObject({ state: "cancelled", sheets: [] });
  });
});
