import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import dirty from "../tests/fixtures/matricula-dirty-300.expected.json" with { type: "json" };
import { expectGoodForAll } from "./fixtures/axe";
import { enterAs } from "./fixtures/classes";
import { fitsWidth } from "./fixtures/invitations";
import { tabTo } from "./fixtures/keyboard";
import { type OwnSchool, openSchool } from "./fixtures/school";
import { test as base, expect } from "./fixtures/test";
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
const group = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Groups of rows" }).getByRole("link", { name });

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

test("a clean Matrícula is sent, its columns are found, and every row of it is new", async ({
  page,
  school,
}) => {
  test.slow();
  await enter(page, school);
  await page.goto(`${school.url}${START}`);
  await expect(page.getByText("Nothing was imported yet")).toBeVisible();
  await expectGoodForAll(page, "upload");
  const chooser = page.waitForEvent("filechooser");
  await tabTo(page, page.getByRole("button", { name: "Choose a file" }));
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(CLEAN);

  await expect(title(page, "122 of 122 columns matched")).toBeFocused();
  await expectGoodForAll(page, "columns");
  await page.getByRole("button", { name: "Check 215 rows" }).click();
  await expect(title(page, "215 rows checked")).toBeFocused();
  await expect(group(page, "New")).toContainText("215");
  await expect(group(page, "Errors")).toContainText("0");
  await expect(
    page.getByText("The import also makes 1 school year, 11 grades, and 22 sections."),
  ).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(51);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("link", { name: "Previous" })).toBeVisible();
  await expectGoodForAll(page, "check, new");
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

test("a dirty Matrícula shows its eight errors by repair, with the reason for each", async ({
  page,
  school,
}) => {
  test.slow();
  await send(page, school, DIRTY);
  await page.getByRole("button", { name: "Check 298 rows" }).click();
  await expect(title(page, "298 rows checked")).toBeVisible();
  await expect(group(page, "New")).toContainText("290");
  await expect(group(page, "Errors")).toContainText("8");
  await expect(page.getByRole("heading", { level: 3, name: /^8 rows to mend/ })).toBeVisible();
  const shown = await page.getByRole("rowheader").allTextContents();
  expect(shown.map(Number).sort((a, b) => a - b)).toEqual(dirty.bad.map(({ row }) => row));
  await expectGoodForAll(page, "check, errors");
});

test("what is no spreadsheet, and one that is broken, is told in words with the way on", async ({
  page,
  school,
}) => {
  test.slow();
  await send(page, school, { name: "matricula.xls", mimeType: "", buffer: Buffer.from("%PDF-1.7 planilla") });
  await expect(page.getByRole("alert")).toContainText("This is not an .xls, .xlsx or .csv file");
  await expectGoodForAll(page, "refused file");

  const broken = readFileSync(CLEAN).subarray(0, 40_000);
  await page.getByLabel("Choose a file").setInputFiles({ name: "rota.xls", mimeType: "", buffer: broken });
  await expect(title(page, "The file could not be imported")).toBeFocused();
  await expect(page.getByRole("alert")).toContainText("Nothing in Homeroom was changed.");
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
