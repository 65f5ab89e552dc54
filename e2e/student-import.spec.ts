import { readFileSync } from "node:fs";
import { read, utils, write } from "@e965/xlsx";
import type { APIRequestContext, Page } from "@playwright/test";
import dirty from "../tests/fixtures/matricula-dirty-300.expected.json" with { type: "json" };
import { expectGoodForAll, expectNoSeriousFinding } from "./fixtures/axe";
import { enterAs } from "./fixtures/classes";
import { tabTo } from "./fixtures/keyboard";
import { mutate, query } from "./fixtures/people";
import { type OwnSchool, openSchool } from "./fixtures/school";
import { test as base, expect } from "./fixtures/test";
import { fitsWidth } from "./fixtures/width";
import { ACCOUNTS } from "./pages";

const test = base.extend<{ school: OwnSchool }>({
  school: async ({ playwright, baseURL }, use) => {
    const school = await openSchool(playwright.request, baseURL);
    await use(school);
    await school.close();
  },
});

const START = "/org-admin/students/import";
const CLEAN = "tests/fixtures/matricula-215.xls";
const DIRTY = "tests/fixtures/matricula-dirty-300.xls";

type File = string | { name: string; mimeType: string; buffer: Buffer };

const title = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 2, name });
const alert = (page: Page) => page.getByRole("main").getByRole("alert");
const group = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Groups of rows" }).getByRole("link", { name });

const HEADINGS =
  "Grado,Sección,Código,Apellido,Nombre,Cédula de identidad,Género,Fecha de nacimiento,Dirección";

function csv(name: string, lines: readonly string[]): File {
  return { name, mimeType: "text/csv", buffer: Buffer.from([HEADINGS, ...lines].join("\n")) };
}

/** Three students of a made-up school, at these addresses. */
function list(name: string, at: readonly string[]): File {
  const row = (first: string, n: number) =>
    `1er Grado,A,C-${n},Peña Gil,${first},V-3100000${n},F,14/03/2018,${at[n]}`;
  return csv(name, ["Alba", "Berta", "Carla"].map(row));
}

/** So many that writing them takes a while. */
function longList(count: number): File {
  const row = (_: unknown, n: number) =>
    `1er Grado,A,L-${n},Peña,Ana,V-${32_000_000 + n},F,14/03/2018,Calle ${n}`;
  return csv("long.csv", Array.from({ length: count }, row));
}

/** Two lists of students: the longer one of who has left, and the one of this year below its title. */
function twoSheets(name: string): File {
  const head = HEADINGS.split(",");
  const row = (first: string, n: number) =>
    `1er Grado,A,T-${n},Peña,${first},V-3300000${n},F,14/03/2018,Calle ${n}`.split(",");
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([head, ...["Alba", "Berta", "Carla"].map(row)]),
    "Retirados",
  );
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([["Matrícula 2026-2027"], head, row("Delia", 8)]),
    "Vigentes",
  );
  return { name, mimeType: "", buffer: Buffer.from(write(book, { type: "buffer", bookType: "xlsx" })) };
}

/** The rows that stayed out with what they lack, and the reasons that the file gave. */
function mend(bytes: Buffer): { buffer: Buffer; reasons: string[] } {
  const book = read(bytes);
  const [name = ""] = book.SheetNames;
  const [header = [], ...rows] = utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, {
    header: 1,
    defval: "",
  });
  const at = (heading: string) => header.indexOf(heading);
  const reasons = rows.map((row) => String(row.at(-1)));
  for (const [n, row] of rows.entries()) {
    row[at("Fecha de nacimiento")] = "14/03/2015";
    row[at("Género")] = "F";
    row[at("Grado")] = "4to Grado";
    row[at("Cédula de identidad")] = `V-3900000${n}`;
  }
  const mended = utils.book_new();
  utils.book_append_sheet(mended, utils.aoa_to_sheet([header, ...rows]), "Matrícula");
  return { buffer: Buffer.from(write(mended, { type: "buffer", bookType: "xlsx" })), reasons };
}

type Found = { id: string; firstNames: string };

async function students(request: APIRequestContext): Promise<Found[]> {
  return (await query<{ rows: Found[] }>(request, "student.list", { limit: 5 })).rows;
}

/** Changes a student's address by hand. */
async function edit(request: APIRequestContext, first: string, address: string): Promise<void> {
  const id = (await students(request)).find(({ firstNames }) => firstNames === first)?.id;
  await mutate(request, "student.update", { id, address });
}

async function addresses(request: APIRequestContext): Promise<string[]> {
  const found = await students(request);
  const details = found.map(({ id }) => query<{ address: string }>(request, "student.get", { id }));
  return (await Promise.all(details)).map(({ address }) => address);
}

/** Signs the page in as the school's admin. */
async function enter(page: Page, school: OwnSchool): Promise<void> {
  await page.context().addCookies((await school.request.storageState()).cookies);
}

/** Opens the place for a file as the school's admin, and sends one. */
async function send(page: Page, school: OwnSchool, file: File): Promise<void> {
  await enter(page, school);
  await page.goto(`${school.url}${START}`);
  await page.getByLabel("Choose a file").setInputFiles(file);
}

test("a clean Matrícula goes in whole: columns, check, import; sent again, nothing is left to do", async ({
  page,
  school,
}) => {
  test.setTimeout(240_000);
  await enter(page, school);
  await page.goto(`${school.url}/org-admin/students`);
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await expect(page.getByText("Nothing was imported yet")).toBeVisible();
  await expectGoodForAll(page, "upload");
  const chooser = page.waitForEvent("filechooser");
  // The file input itself is a button too, which no key reaches.
  await tabTo(page, page.locator("button", { hasText: "Choose a file" }));
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(CLEAN);

  await expect(title(page, "122 of 122 columns matched")).toBeFocused();
  await expectGoodForAll(page, "columns");
  await page.getByRole("button", { name: "Check 215 rows" }).click();
  await expect(title(page, "215 rows checked")).toBeFocused();
  await expect(group(page, "New")).toContainText("215");
  await expect(group(page, "Errors")).toContainText("0");
  await expect(page.getByText(/^The import also makes .*22 sections\.$/)).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(51);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("link", { name: "Previous" })).toBeVisible();
  await expectGoodForAll(page, "check, new");

  await page.getByRole("button", { name: "Import 215 students" }).click();
  await expect(title(page, "The import is done")).toBeFocused({ timeout: 60_000 });
  await expect(page.getByText("215 students added, 0 changed.")).toBeVisible();
  await expect(page.getByText("Every row went in.")).toBeVisible();
  await expectGoodForAll(page, "report");
  await page.getByRole("link", { name: "See the students" }).click();
  await expect(page.getByText(/215/).first()).toBeVisible();

  await page.goto(`${school.url}${START}`);
  await expect(page.getByRole("row", { name: /matricula-215\.xls.*215.*Undo until/ })).toBeVisible();
  await page.getByLabel("Choose a file").setInputFiles(CLEAN);
  await page.getByRole("button", { name: "Check 215 rows" }).click();
  await expect(group(page, "Unchanged")).toContainText("215");
  await expect(page.getByText("There is nothing to import: Homeroom has all of it already.")).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expectNoSeriousFinding(page, "discard");
  await page.getByRole("button", { name: "Discard the import" }).click();
  await expect(title(page, "This import was put away")).toBeFocused();
});

test("a column is left out, asked for again where no row can do without it, and chosen by keyboard", async ({
  page,
  school,
}) => {
  test.slow();
  await send(page, school, CLEAN);
  await expect(title(page, "122 of 122 columns matched")).toBeVisible();
  const grade = page.getByRole("button", { name: /^Field for Grado:/ });
  await grade.click();
  await page
    .getByRole("dialog", { name: "Fields for Grado" })
    .getByRole("option", { name: "Leave out" })
    .click();
  await expect(grade).toBeFocused();
  await expect(page.getByText("1 field is missing.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Check 215 rows" })).toBeDisabled();
  await expect(title(page, "121 of 122 columns matched")).toBeVisible();
  // What was chosen is there after a reload.
  await page.reload();
  await expect(page.getByText("1 field is missing.")).toBeVisible();
  await tabTo(page, grade);
  await page.keyboard.press("Enter");
  const picker = page.getByRole("dialog", { name: "Fields for Grado" });
  await expect(picker.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("grade");
  await expect(picker.getByRole("option")).toHaveCount(1);
  await expectGoodForAll(page, "field picker");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(grade).toBeFocused();
  await expect(title(page, "122 of 122 columns matched")).toBeVisible();
});

test("where two sheets have students, the other one and its row of headings are chosen, and remembered", async ({
  page,
  school,
}) => {
  test.slow();
  await send(page, school, twoSheets("two.xlsx"));
  await expect(page.getByText("Sheet “Retirados” of 2, headings in row 1.")).toBeVisible();
  await page.getByRole("button", { name: "Choose another" }).click();
  const dialog = page.getByRole("dialog", { name: "Where is the list of students?" });
  await expect(dialog.getByRole("button", { name: "Read it from there" })).toBeDisabled();
  await dialog.getByLabel("Sheet").selectOption({ label: "Vigentes · 3 rows" });
  await expect(dialog.getByLabel("Row of the headings")).toHaveValue("2");
  await expectGoodForAll(page, "choice of the sheet");
  await dialog.getByRole("button", { name: "Read it from there" }).click();
  await expect(page.getByText("Sheet “Vigentes” of 2, headings in row 2.")).toBeVisible();
  await page.getByRole("button", { name: "Check 1 row" }).click();
  await expect(group(page, "New")).toContainText("1");
  await expect(page.getByRole("row", { name: /Delia Peña/ })).toBeVisible();

  await page.goto(`${school.url}${START}`);
  await page.getByLabel("Choose a file").setInputFiles(twoSheets("again.xlsx"));
  await expect(page.getByText("Sheet “Vigentes” of 2, headings in row 2.")).toBeVisible();
});

test("a dirty Matrícula shows its eight errors by repair; the rows left out are mended and go in", async ({
  page,
  school,
}, info) => {
  test.setTimeout(240_000);
  await send(page, school, DIRTY);
  await page.getByRole("button", { name: "Check 298 rows" }).click();
  await expect(title(page, "298 rows checked")).toBeVisible();
  await expect(group(page, "New")).toContainText("290");
  await expect(group(page, "Errors")).toContainText("8");
  await expect(page.getByRole("heading", { level: 3, name: /^8 rows to mend/ })).toBeVisible();
  const shown = await page.getByRole("rowheader").allTextContents();
  expect(shown.map(Number).sort((a, b) => a - b)).toEqual(dirty.bad.map(({ row }) => row));
  await expectGoodForAll(page, "check, errors");
  await page.getByRole("button", { name: "Import 290 students" }).click();
  await expect(page.getByText("290 students added, 0 changed.")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("8 rows stayed out.")).toBeVisible();
  await expectGoodForAll(page, "report, with rows left out");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the 8 rows" }).click();
  const file = info.outputPath("to-mend.xlsx");
  await (await download).saveAs(file);
  const mended = mend(readFileSync(file));
  expect(mended.reasons).toHaveLength(8);
  expect(mended.reasons.every((reason) => reason.length > 10)).toBe(true);
  await page.goto(`${school.url}${START}`);
  await page
    .getByLabel("Choose a file")
    .setInputFiles({ name: "mended.xlsx", mimeType: "", buffer: mended.buffer });
  await expect(title(page, "122 of 123 columns matched")).toBeVisible();
  await page.getByRole("button", { name: "Check 8 rows" }).click();
  await expect(group(page, "New")).toContainText("8");
  await page.getByRole("button", { name: "Import 8 students" }).click();
  await expect(page.getByText("8 students added, 0 changed.")).toBeVisible({ timeout: 60_000 });
});

test("what was edited by hand is a conflict and stays; many changes wait for a yes; the undo names what it kept", async ({
  page,
  school,
}) => {
  test.setTimeout(240_000);
  const { request } = school;
  await send(page, school, list("first.csv", ["Calle 1", "Calle 2", "Calle 3"]));
  await page.getByRole("button", { name: "Check 3 rows" }).click();
  await page.getByRole("button", { name: "Import 3 students" }).click();
  await expect(page.getByText("3 students added, 0 changed.")).toBeVisible({ timeout: 30_000 });
  await edit(request, "Alba", "Escrita a mano 1");

  await page.goto(`${school.url}${START}`);
  await page
    .getByLabel("Choose a file")
    .setInputFiles(list("second.csv", ["Avenida 1", "Avenida 2", "Avenida 3"]));
  await page.getByRole("button", { name: "Check 3 rows" }).click();
  await expect(page.getByText("2 of 3 students would change.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 3, name: "3 students would change" })).toBeVisible();
  const tick = (name: string) => page.getByRole("checkbox", { name: `Address of ${name} Peña Gil` });
  await expect(tick("Alba")).not.toBeChecked();
  await expect(page.getByRole("row", { name: /Escrita a mano 1/ })).toContainText("Edited by hand");
  await expect(tick("Berta")).toBeChecked();
  await expectGoodForAll(page, "check, changed");
  // By keyboard: one more is kept as it is, and taken again.
  await tabTo(page, tick("Berta"));
  const chosen = page.waitForResponse(/studentImport\.choose/);
  await page.keyboard.press("Space");
  await chosen;
  await expect(tick("Berta")).not.toBeChecked();
  await page.reload();
  await expect(tick("Berta")).not.toBeChecked();
  await tick("Berta").click();
  await expect(tick("Berta")).toBeChecked();
  await expect(page.getByRole("button", { name: "Import 2 students" })).toBeVisible();

  await page.getByRole("button", { name: "Import 2 students" }).click();
  const yes = page.getByRole("alertdialog", { name: "Change 2 of 3 students?" });
  await expect(yes).toContainText("That is more than 10 %");
  await expectNoSeriousFinding(page, "hold");
  await yes.getByRole("button", { name: "Yes, change 2 students" }).click();
  await expect(page.getByText("No student added, 2 changed.")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("1 field was left as Homeroom has it.")).toBeVisible();
  expect(await addresses(request)).toEqual(["Escrita a mano 1", "Avenida 2", "Avenida 3"]);

  await edit(request, "Carla", "Escrita a mano 3");
  await page.getByRole("button", { name: "Undo import" }).click();
  const undo = page.getByRole("alertdialog", { name: "Undo the import of second.csv?" });
  await expect(undo).toContainText("It added nothing that goes.");
  await expect(undo).toContainText("1 field has its former value again.");
  await expect(undo).toContainText("1 change stays, since it was edited after the import");
  await expect(undo.getByRole("listitem")).toHaveText("Carla Peña Gil: Address");
  await expectNoSeriousFinding(page, "undo");
  await undo.getByRole("button", { name: "Undo the import" }).click();
  await expect(title(page, "The import was undone")).toBeFocused({ timeout: 30_000 });
  await expect(page.getByText("1 was kept, since it was edited after the import.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Carla Peña Gil/ })).toContainText("Address");
  await expectGoodForAll(page, "undone");
  expect(await addresses(request)).toEqual(["Escrita a mano 1", "Calle 2", "Escrita a mano 3"]);
});

test("while one writes, another is told who and since when; stopping takes everything back", async ({
  page,
  browser,
  school,
}) => {
  test.setTimeout(240_000);
  await send(page, school, longList(9_000));
  await page.getByRole("button", { name: "Check 9,000 rows" }).click({ timeout: 60_000 });
  await page.getByRole("button", { name: "Import 9,000 students" }).click({ timeout: 120_000 });
  await expect(title(page, "Importing 9,000 students")).toBeFocused();
  const context = await browser.newContext();
  const other = await context.newPage();
  await enter(other, school);
  await other.goto(`${school.url}${START}`);
  await expect(other.getByText(`${school.admin.name} is importing long.csv, since`)).toBeVisible();
  await context.close();

  await page.reload();
  await page.getByRole("button", { name: "Stop and take back" }).click();
  const stop = page.getByRole("alertdialog", { name: "Stop this import?" });
  await stop.getByRole("button", { name: "Stop and take back" }).click();
  await expect(title(page, "This import was put away")).toBeVisible({ timeout: 60_000 });
  expect(await addresses(school.request)).toEqual([]);
});

test("what is no spreadsheet, and one that is broken, is told in words with the way on", async ({
  page,
  school,
}) => {
  test.slow();
  await send(page, school, { name: "matricula.xls", mimeType: "", buffer: Buffer.from("%PDF-1.7 planilla") });
  await expect(alert(page)).toContainText("This is not an .xls, .xlsx or .csv file");
  await expectGoodForAll(page, "refused file");

  const broken = readFileSync(CLEAN).subarray(0, 40_000);
  await page.getByLabel("Choose a file").setInputFiles({ name: "rota.xls", mimeType: "", buffer: broken });
  await expect(title(page, "The file could not be imported")).toBeFocused();
  await expect(alert(page)).toContainText("Nothing in Homeroom was changed.");
  await expectGoodForAll(page, "broken file");

  // Another can be sent from there.
  await page.getByLabel("Choose another file").setInputFiles(CLEAN);
  await expect(title(page, "122 of 122 columns matched")).toBeVisible();
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Import" }).click();
  await expect(page.getByRole("row", { name: /rota\.xls/ })).toContainText("Did not work");
  await expect(page.getByRole("row", { name: /matricula-215\.xls/ })).toContainText("Columns to look at");
});

test("nobody but an admin gets to an import", async ({ page, context }) => {
  for (const account of [ACCOUNTS.coach, ACCOUNTS.parent, ACCOUNTS.student]) {
    await context.clearCookies();
    await enterAs(page, account);
    await page.goto(START);
    await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  }
});

test("in Spanish on a phone: the file, the columns and the check fit the screen", async ({
  browser,
  school,
}) => {
  test.slow();
  const context = await browser.newContext({ viewport: { width: 375, height: 812 }, locale: "es-VE" });
  const page = await context.newPage();
  await enter(page, school);
  await page.goto(`${school.url}${START}`);
  await page.getByLabel("Elegir un archivo").setInputFiles(DIRTY);
  await expect(title(page, /columnas reconocidas$/)).toBeVisible();
  expect(await fitsWidth(page)).toBe(true);
  await page.getByRole("button", { name: "Revisar 298 filas" }).click();
  await expect(title(page, "298 filas revisadas")).toBeVisible();
  await expect(page.getByRole("heading", { level: 3, name: /^8 filas por corregir/ })).toBeVisible();
  expect(await fitsWidth(page)).toBe(true);
  await expectGoodForAll(page, "revisión");
  await context.close();
});
