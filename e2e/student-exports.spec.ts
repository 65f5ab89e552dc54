import { readFile } from "node:fs/promises";
import { read, utils } from "@e965/xlsx";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import { addSections, yearNamed } from "./fixtures/academics";
import { expectGoodForAll } from "./fixtures/axe";
import { enterAs } from "./fixtures/classes";
import { livingAt } from "./fixtures/hosts";
import { mutate, query } from "./fixtures/people";
import { type OwnSchool, openSchool } from "./fixtures/school";
import { expect, test } from "./fixtures/test";
import { ACCOUNTS } from "./pages";

// What goes out of students' records: of a school of its own, which one worker fills.
test.describe.configure({ mode: "default" });

const LISTS = "/org-admin/students/lists";
const FORMS = "/org-admin/students/forms";
const YEAR = "2026-2027";
/** What a spreadsheet program would run. */
const FORMULA = '=HYPERLINK("http://evil.example")';
const BLOOD_TYPE = "Tipo de sangre";

let school: OwnSchool;
let yearId: string;
/** Nahia Peña Gil, of section A. */
let studentId: string;

test.beforeAll(async ({ playwright, baseURL }) => {
  school = await openSchool(playwright.request, baseURL);
  const { request } = school;
  yearId = await yearNamed(request, YEAR, { isCurrent: true });
  await addSections(request, yearId, ["1er Grado"], ["A", "B"]);
  const { sections } = await query<{ sections: { id: string; name: string }[] }>(
    request,
    "student.options",
    undefined,
  );
  const sectionOf = (name: string) => sections.find((section) => section.name === name)?.id;
  const add = async (firstNames: string, lastNames: string, sectionId: string | undefined, n: number) => {
    const { id } = await mutate<{ id: string }>(request, "student.create", {
      ...{ firstNames, lastNames, gender: n % 2 ? "female" : "male", birthDate: "2019-03-14" },
      ...{ cedula: `V${31_000_000 + n}`, sectionId, enteredOn: "2026-09-15" },
    });
    return id;
  };
  studentId = await add("Nahia", "Peña Gil", sectionOf("A"), 1);
  await add("Bruno", "Araque", sectionOf("A"), 2);
  await add(FORMULA, "+Zambrano", sectionOf("B"), 3);
  await mutate(request, "guardian.add", {
    ...{ studentId, type: "primary", relationship: "mother", isPrimaryContact: true },
    person: { firstNames: "Olga", lastNames: "Gil", cedula: "V12345678", mobilePhone: "0412-3644981" },
  });
  await mutate(request, "health.update", { studentId, bloodType: "O+", allergies: "Maní" });
});
test.afterAll(() => school.close());
test.use(livingAt(() => school?.url));
test.beforeEach(({ page }) => enterAs(page, school.admin, school.url));

async function taken(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function export_(page: Page, item: string) {
  await page.getByRole("main").getByRole("button", { name: "Export" }).click();
  return taken(page, () => page.getByRole("menuitem", { name: item }).click());
}

function tableOf(bytes: Buffer, sheet = 0): unknown[][] {
  const book = read(bytes);
  const found = book.Sheets[book.SheetNames[sheet] ?? ""];
  return found ? utils.sheet_to_json<unknown[]>(found, { header: 1 }) : [];
}

const csvOf = (bytes: Buffer) =>
  Papa.parse<string[]>(bytes.toString("utf8").replace(/^\uFEFF/, ""), { skipEmptyLines: true }).data;

test("the list goes out as it is seen, and leads to lists and forms", async ({ page }) => {
  await page.goto("/org-admin/students?cols=cedula,birth&scope=all");
  const csv = await export_(page, "Text with commas");
  expect(csv.name).toMatch(/^liceo-\w+-students-\d{4}-\d\d-\d\d\.csv$/);
  const [head, ...lines] = csvOf(csv.bytes);
  expect(head).toEqual(["Surnames", "First names", "Cédula", "Born"]);
  const book = await export_(page, "Excel workbook");
  expect(lines.map((line) => line.slice(0, 3))).toEqual([
    ["Araque", "Bruno", "V-31.000.002"],
    ["Peña Gil", "Nahia", "V-31.000.001"],
    ["'+Zambrano", `'${FORMULA}`, "V-31.000.003"],
  ]);
  expect(tableOf(book.bytes)).toHaveLength(lines.length + 1);
  // Typed cells: what would be a formula is text.
  const opened = read(book.bytes, { cellFormula: true });
  const cells = Object.values(opened.Sheets[opened.SheetNames[0] ?? ""] ?? {});
  expect(cells.filter((cell) => cell?.f !== undefined)).toEqual([]);
  expect(cells).toContainEqual(expect.objectContaining({ t: "s", v: FORMULA }));
  await page.getByRole("main").getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Lists by section, Matrícula" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lists by section" })).toBeVisible();
});

test("lists are chosen, printed one section a sheet, and taken as files", async ({ page }, info) => {
  await page.goto(LISTS);
  const all = page.getByRole("checkbox", { name: /^All \d+ sections?$/ });
  await expect(all).toBeChecked();
  await expectGoodForAll(page);
  await page.screenshot({ path: info.outputPath("lists.png"), fullPage: true });
  await all.uncheck();
  await expect(page.getByText("Choose at least one section.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Print" })).toBeHidden();
  await all.check();
  await page.getByRole("checkbox", { name: "Guardian's phone" }).check();
  await page.getByRole("checkbox", { name: "A line to sign on" }).check();
  const book = read((await export_(page, "Excel workbook")).bytes);
  const csv = csvOf((await export_(page, "Text with commas")).bytes);
  expect(csv[0]?.slice(0, 5)).toEqual(["Grade", "Section", "No.", "Surnames", "First names"]);

  await page.getByRole("link", { name: "Print" }).click();
  const sheets = page.getByRole("table");
  await expect(sheets).toHaveCount(book.SheetNames.length);
  await expect(sheets.first().getByRole("columnheader", { name: "Signature" })).toBeVisible();
  await expectGoodForAll(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await page.screenshot({ path: info.outputPath("lists-print.png"), fullPage: true });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThanOrEqual(book.SheetNames.length);
});

test("the Matrícula has 122 columns; health and income come out when they are asked for", async ({
  page,
}) => {
  await page.goto(LISTS);
  const part = page.getByRole("region", { name: "The whole Matrícula" });
  const take = () => taken(page, () => part.getByRole("button", { name: "Download .xlsx" }).click());
  const plain = tableOf((await take()).bytes);
  expect(plain[1]).toEqual([`Matrícula ${YEAR}`]);
  const head = plain[2] ?? [];
  expect(head).toHaveLength(122);
  const bloodTypes = (table: unknown[][]) => table.slice(3).map((row) => row[head.indexOf(BLOOD_TYPE)]);
  expect(bloodTypes(plain)).toEqual([undefined, undefined, undefined]);
  await part.getByRole("checkbox", { name: "With what is known of their health" }).check();
  expect(bloodTypes(tableOf((await take()).bytes))).toContain("O+");
  await page.goto("/org-admin/audit?kind=students&period=today");
  await expect(page.getByText(/exported the health data of 3 students/i).first()).toBeVisible();
});

test("the ministry's forms say what their heading lacks, print, and are workbooks", async ({
  page,
}, info) => {
  await page.goto(FORMS);
  await expect(page.getByText(/The heading still lacks/)).toBeVisible();
  await expect(page.getByText(/Compare it with the form that your zona educativa uses today/)).toBeVisible();
  await expectGoodForAll(page);
  await page.screenshot({ path: info.outputPath("forms.png"), fullPage: true });
  const file = await taken(page, () => page.getByRole("button", { name: "Download .xlsx" }).click());
  expect(String(tableOf(file.bytes)[0]?.[0])).toContain("RR-DEA-05-03 · Matrícula Inicial");
  for (const [kind, title] of [
    ["RR-DEA-05-03, Matrícula Inicial", "RR-DEA-05-03 · Matrícula Inicial"],
    ["DEA-MI-01-07, Ingreso o Egreso", "DEA-MI-01-07 · Matrícula Inicial: Ingreso o Egreso"],
    ["Summary", "Resumen de matrícula por grado, sección, sexo y edad"],
  ] as const) {
    await page.goto(FORMS);
    await page.getByRole("radio", { name: kind }).check();
    await page.getByRole("link", { name: "Print" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(`^${title}`));
    await expectGoodForAll(page);
    await page.emulateMedia({ media: "print" });
    await page.screenshot({ path: info.outputPath(`${kind.slice(0, 5)}-print.png`), fullPage: true });
    await page.emulateMedia({ media: "screen" });
  }
});

test("a copy of a record has the parts that are asked for, on paper and as JSON", async ({ page }, info) => {
  await page.goto(`/org-admin/students/${studentId}`);
  await page.getByRole("link", { name: "Copy of the record" }).click();
  const sheet = page.getByRole("article");
  await expect(sheet.getByRole("heading", { name: "Family" })).toBeVisible();
  await expect(sheet.getByRole("heading", { name: "Health" })).toBeHidden();
  await page.getByRole("checkbox", { name: "Health" }).check();
  await page.getByRole("button", { name: "Show these parts" }).click();
  await expect(sheet.getByRole("heading", { name: "Health" })).toBeVisible();
  await expectGoodForAll(page);
  await page.screenshot({ path: info.outputPath("record.png"), fullPage: true });
  const file = await taken(page, () => page.getByRole("button", { name: "Download as JSON" }).click());
  const copy = JSON.parse(file.bytes.toString("utf8"));
  expect(copy).toMatchObject({
    ...{ format: "homeroom.student/1", incidents: null, health: { allergies: "Maní" } },
    name: { firstNames: "Nahia", lastNames: "Peña Gil" },
  });
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Show these parts" })).toBeHidden();
  await page.screenshot({ path: info.outputPath("record-print.png"), fullPage: true });
});

test("nothing goes out to who may not, nor to another site's link", async ({ page, context }) => {
  const routes = [
    "students?format=csv",
    `section-lists?format=csv&year=${yearId}`,
    "matricula?health=true",
    `government-form?year=${yearId}`,
    `student-record?id=${studentId}`,
  ].map((route) => `/api/export/${route}`);
  for (const route of routes) {
    const good = await page.request.get(route);
    expect(good.status(), route).toBe(200);
    expect(good.headers()["cache-control"], route).toMatch(/private.*no-store/);
    const headers = { "sec-fetch-site": "cross-site" };
    expect((await page.request.get(route, { headers })).status(), route).toBe(403);
  }
  expect((await page.request.get("/api/export/enrollment?format=csv")).status()).toBe(403);
  await context.clearCookies();
  for (const route of routes) expect((await page.request.get(route)).status(), route).toBe(401);
});

test.describe("at the platform's school", () => {
  test.use(livingAt(() => undefined));

  test("who has no part in it takes nothing out; the platform's admin has the figures of all", async ({
    page,
    context,
    baseURL,
  }) => {
    for (const account of [ACCOUNTS.coach, ACCOUNTS.student, ACCOUNTS.parent]) {
      await context.clearCookies();
      await enterAs(page, account, baseURL);
      for (const route of ["students?format=csv", "matricula", "enrollment?format=csv"])
        expect((await page.request.get(`/api/export/${route}`)).status(), route).toBe(403);
      // Of another school: there is nothing, whoever asks.
      const foreign = await page.request.get(`/api/export/student-record?id=${studentId}`);
      expect([403, 404], account.email).toContain(foreign.status());
    }
    await context.clearCookies();
    await enterAs(page, ACCOUNTS.platform, baseURL);
    expect((await page.request.get("/api/export/enrollment?format=xlsx")).status()).toBe(200);
  });
});
