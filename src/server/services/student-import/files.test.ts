import { readFileSync } from "node:fs";
import { utils, write } from "@e965/xlsx";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { studentImportRows, studentImports } from "@/db/schema/tenant/student-imports";
import { IMPORT_LIMITS } from "@/domain/student-import-list";
import { readSheets, type SheetCell } from "@/lib/spreadsheet-file";
import { useTestDatabase } from "../../../../tests/support/database";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import {
  checkedImport,
  goodRow,
  matriculaFile,
  openImport,
  recordsOf,
} from "../../../../tests/support/student-imports";
import { getImport, listProblems, uploadImport, workOnImport } from ".";

const { urls } = await useTestDatabase();
const CLEAN = readFileSync("tests/fixtures/matricula-215.xls");
const GOOD = matriculaFile([goodRow(1), goodRow(2)]);

let school: TestSchool;
const admin = () => school.actor(school.people.ORG_ADMIN);
beforeAll(async () => {
  school = await makeSchool(urls.operator);
});

/** What becomes of bytes that are sent: the refusal at once, how reading failed, or "mapped". */
async function outcome(bytes: Buffer, fileName = "file.xls"): Promise<string> {
  let id: string;
  try {
    const content = bytes.toString("base64");
    ({ id } = await uploadImport(admin(), { fileName, content }, { inBackground: false }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  await workOnImport(admin(), { id });
  const { state, failure } = await getImport(admin(), { id });
  return failure ?? state;
}

const book = (cells: Record<string, object>, ref: string) => {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, { ...cells, "!ref": ref }, "Hoja");
  return Buffer.from(write(workbook, { type: "buffer", bookType: "xlsx", compression: true }));
};

const FAILURES =
  /^importFile\.(?:empty|tooLarge|tooManyRows|tooManyColumns|tooComplex|encrypted|damaged|notASpreadsheet|noHeader|noRows)$/;

describe("a file that cannot be read", () => {
  test.each([
    ["nothing", Buffer.alloc(0), "importFile.empty"],
    ["blank text", Buffer.from(" \n\n "), "importFile.empty"],
    ["a PDF that is called .xls", Buffer.from("%PDF-1.7\n1 0 obj"), "importFile.notASpreadsheet"],
    ["a page that is called .xls", Buffer.from("<html><table><tr><td>Cédula"), "importFile.notASpreadsheet"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "importFile.notASpreadsheet"],
    ["a cut .xls", CLEAN.subarray(0, 20_000), "importFile.damaged"],
    ["a cut .xlsx", GOOD.subarray(0, GOOD.length - 100), "importFile.damaged"],
    [
      "a zip of something else",
      Buffer.from(`PK\u0005\u0006${"\0".repeat(18)}`, "latin1"),
      "importFile.notASpreadsheet",
    ],
    ["a list of something else", Buffer.from("a,b,c\n1,2,3\n"), "importFile.noHeader"],
    ["headings alone", matriculaFile([]), "importFile.noRows"],
    ["too many rows", Buffer.from(`Cédula\n${"1234567\n".repeat(10_100)}`), "importFile.tooManyRows"],
    ["too many columns", Buffer.from(`${"a,".repeat(301)}b\n`), "importFile.tooManyColumns"],
    ["more bytes than a file may have", Buffer.alloc(IMPORT_LIMITS.bytes + 1, "a"), "importFile.tooLarge"],
  ])("as %s is refused with its reason", async (_, bytes, reason) => {
    expect(await outcome(bytes)).toBe(reason);
  });

  test("is told, whatever was cut off or flipped, and leaves no row behind", async () => {
    const damaged = fc.tuple(
      fc.constantFrom(CLEAN, GOOD),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(255),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async ([file, share, mask, isCut]) => {
        const at = Math.floor(share * (file.length - 1));
        const bytes = Buffer.from(isCut ? file.subarray(0, at) : file);
        if (!isCut) bytes[at] = (bytes[at] ?? 0) ^ (mask || 1);
        const told = await outcome(bytes, "renamed.csv");
        if (told !== "mapped") expect(told).toMatch(FAILURES);
      }),
      { numRuns: 25 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        const told = await outcome(Buffer.from(bytes), "noise.xlsx");
        if (told !== "mapped") expect(told).toMatch(FAILURES);
      }),
      { numRuns: 15 },
    );
    expect(Object.values(await recordsOf(urls.operator, school)).flat()).toEqual([]);
    const kept = await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(school.placement);
      return tx.db
        .select({ id: studentImportRows.id })
        .from(studentImportRows)
        .innerJoin(studentImports, eq(studentImports.id, studentImportRows.importId))
        .where(eq(studentImports.state, "failed"));
    });
    expect(kept).toEqual([]);
  }, 120_000);
});

describe("cells", () => {
  test("that hold a formula or an error keep their row out, and are not evaluated", async () => {
    const good = goodRow(1);
    const fields = Object.keys(good);
    const file = matriculaFile([good, good, goodRow(3), goodRow(4)], fields);
    const read = await readSheets(file, IMPORT_LIMITS);
    if (!read.ok) throw new Error(read.reason);
    const cells: Record<string, object> = {};
    const rows: SheetCell[][] = read.sheets[0]?.rows ?? [];
    const letter = (index: number) => String.fromCharCode(65 + index);
    for (const [r, row] of rows.entries())
      for (const [c, value] of row.entries())
        if (value !== null)
          cells[`${letter(c)}${r + 1}`] = { t: typeof value === "number" ? "n" : "s", v: value };
    const name = letter(fields.indexOf("student.firstNames"));
    cells[`${name}4`] = { t: "s", v: "Cached", f: 'HYPERLINK("http://x.example","Ana")' };
    cells[`${name}5`] = { t: "e", v: 0x2a, w: "#N/A" };
    const id = await checkedImport(admin(), book(cells, `A1:${letter(fields.length - 1)}7`));
    const groups = await listProblems(admin(), { id });
    expect(groups.filter(({ field }) => field === "student.firstNames")).toMatchObject([
      {
        code: "matricula.formula",
        column: name,
        rows: [{ rowNumber: 4, value: expect.stringMatching(/^=HYPERLINK/) }],
      },
      { code: "matricula.cellError", rows: [{ rowNumber: 5, value: "#N/A" }] },
    ]);
    const csv =
      "Grado;Sección;Apellido;Nombre;Cédula;Género;Fecha de nacimiento\n1er Grado;A;Gil;=1+1;1234567;F;1/2/2018\n";
    const text = await checkedImport(admin(), Buffer.from(csv));
    expect(await listProblems(admin(), { id: text })).toMatchObject([
      { code: "matricula.formula", rows: [{ value: "=1+1" }] },
    ]);
  });

  test("of the sheet that has the students are read, whichever it is, and its title says the year", async () => {
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([["Cédula", "Instrucciones"], ["x"]]), "Ayuda");
    const read = await readSheets(GOOD, IMPORT_LIMITS);
    const rows = read.ok ? read.sheets[0]?.rows.map((row) => row.map(String)) : [];
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows ?? []), "Lista");
    const file = Buffer.from(write(workbook, { type: "buffer", bookType: "xlsx" }));
    const found = await getImport(admin(), { id: await openImport(admin(), file) });
    expect(found).toMatchObject({ sheet: "Lista", headerRow: 3, titleYear: "2025-2026", rowCount: 2 });
  });
});
