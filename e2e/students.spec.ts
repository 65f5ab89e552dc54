import type { Page } from "@playwright/test";
import { expectGoodForAll, expectNoSeriousFinding } from "./fixtures/axe";
import { mutate, query } from "./fixtures/people";
import { type OwnSchool, openSchool } from "./fixtures/school";
import { test as base, expect } from "./fixtures/test";
import { fitsWidth } from "./fixtures/width";

// The list of students and what is done from it, in a school of its own with five of them in two sections.

const STUDENTS = [
  ["A", "Núñez Abad", "Iñigo", "V-31000001", "M"],
  ["A", "Nuñez", "Zoe", "V-31000002", "F"],
  ["A", "Ávila", "Ana", "V-31000003", "F"],
  ["B", "Zapata", "Luis", "V-31000004", "M"],
  ["B", "Peña Gil", "Eva", "V-31000005", "F"],
] as const;

async function fill({ request }: OwnSchool): Promise<void> {
  const lines = STUDENTS.map(([section, last, first, cedula, gender], n) =>
    ["1er Grado", section, `S-${n + 1}`, last, first, cedula, gender, "14/03/2018"].join(","),
  );
  const text = [
    "Grado,Sección,Código,Apellido,Nombre,Cédula de identidad,Género,Fecha de nacimiento",
    ...lines,
  ];
  const content = Buffer.from(text.join("\n")).toString("base64");
  const { id } = await mutate<{ id: string }>(request, "studentImport.upload", {
    ...{ fileName: "list.csv", content },
  });
  const comes = (state: string) =>
    expect
      .poll(async () => (await query<{ state: string }>(request, "studentImport.get", { id })).state, {
        timeout: 30_000,
      })
      .toBe(state);
  await comes("mapped");
  await mutate(request, "studentImport.check", { id });
  await comes("checked");
  await mutate(request, "studentImport.start", { id });
  await comes("done");
}

const test = base.extend<{ school: OwnSchool }>({
  school: async ({ playwright, baseURL, page }, use) => {
    const school = await openSchool(playwright.request, baseURL);
    await fill(school);
    await page.context().addCookies((await school.request.storageState()).cookies);
    await use(school);
    await school.close();
  },
});
test.slow();

const list = (school: OwnSchool, search = "") => `${school.url}/org-admin/students${search}`;
const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) });
/** With the headings. */
const rows = (page: Page) => page.getByRole("row");
const toast = (page: Page, text: string | RegExp) => page.getByRole("alertdialog").filter({ hasText: text });

async function narrow(page: Page, filter: string, option: string): Promise<void> {
  await page.getByRole("group", { name: "Filters" }).getByRole("button", { name: filter }).first().click();
  await page.getByRole("dialog", { name: filter }).getByRole("option", { name: option }).click();
  await page.keyboard.press("Escape");
}

test("somebody is found with and without accents and by cédula; filters stand in the address", async ({
  page,
  school,
}) => {
  await page.goto(list(school));
  await expect(rows(page)).toHaveCount(6);
  const search = page.getByRole("searchbox", { name: "Search students" });
  for (const typed of ["nunez", "NÚÑEZ", "nuñez"]) {
    await search.fill(typed);
    await expect(rows(page)).toHaveCount(3);
    await expect(row(page, "Núñez Abad, Iñigo")).toBeVisible();
  }
  await search.fill("V-31.000.005");
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, "Peña Gil, Eva")).toBeVisible();
  await search.fill("nadie");
  await expect(page.getByText("No student matches “nadie”")).toBeVisible();
  await search.fill("");
  await expect(rows(page)).toHaveCount(6);

  await narrow(page, "Section", "1er Grado B");
  await expect(rows(page)).toHaveCount(3);
  await expect(page).toHaveURL(/section=/);
  await page.getByRole("button", { name: "Student", exact: true }).click();
  await expect(page).toHaveURL(/dir=desc/);
  await expect(rows(page).nth(1)).toContainText("Zapata, Luis");
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(1)).toContainText("Zapata, Luis");
  await expectGoodForAll(page, "the list of students");
});

test("by keyboard alone one goes down the list, opens who it is, and comes back to the row", async ({
  page,
  school,
}) => {
  await page.goto(list(school));
  const first = row(page, "Ávila, Ana").getByRole("link");
  await first.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const third = rows(page).nth(3).getByRole("link");
  await expect(third).toBeFocused();
  const name = (await third.textContent())?.trim() ?? "";
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name })).toBeVisible();
  await expect(page).toHaveURL(/open=/);
  await expectNoSeriousFinding(page, "the panel of a student");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary", { name })).toBeHidden();
  await expect(page).not.toHaveURL(/open=/);
});

test("a new record says what is wrong, keeps what was typed, and is then mended", async ({
  page,
  school,
}) => {
  await page.goto(list(school));
  await page.getByRole("link", { name: "New student" }).click();
  await page.getByLabel("First names").fill("María José");
  await page.getByLabel(/^Cédula(?! escolar)/).fill("V-31.000.003");
  await page.getByRole("button", { name: "Create record" }).click();
  await expect(page.getByText("Write the surnames.")).toBeVisible();
  await expect(page.getByText("Write the date.")).toBeVisible();
  await expect(page.getByLabel("First names")).toHaveValue("María José");
  await expectNoSeriousFinding(page, "the form with mistakes");
  await page.getByLabel("Surnames").fill("Salas");
  await page.getByLabel("Female").check();
  const birth = page.getByRole("group", { name: "Birth date" });
  for (const [part, typed] of [
    ["month", "3"],
    ["day", "14"],
    ["year", "2016"],
  ] as const) {
    await birth.getByRole("spinbutton", { name: new RegExp(part) }).focus();
    await page.keyboard.type(typed);
  }
  // What only the school can know is told as well, and nothing is lost by it.
  await page.getByRole("button", { name: "Create record" }).click();
  await expect(page.getByText("Ana Ávila (code S-3) has this cédula already.").first()).toBeVisible();
  await expect(page.getByLabel("Surnames")).toHaveValue("Salas");
  await page.getByLabel(/^Cédula(?! escolar)/).fill("31000099");
  await page.getByRole("button", { name: "Create record" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "María José Salas" })).toBeVisible();

  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByLabel("Address").fill("Av. Bolívar, Valencia");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(toast(page, "The record of María José Salas is saved")).toBeVisible();
  await page.getByRole("link", { name: "Profile" }).click();
  await expect(page.getByText("Av. Bolívar, Valencia")).toBeVisible();
  await expect(page.getByText("V-31.000.099").first()).toBeVisible();
});

test("two who leave are withdrawn at once, and are enrolled again by undoing it", async ({
  page,
  school,
}) => {
  await page.goto(list(school));
  for (const name of ["Zapata, Luis", "Peña Gil, Eva"])
    await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await page
    .getByRole("region", { name: /select/i })
    .getByRole("button", { name: "Change status" })
    .click();
  await page.getByRole("menuitem", { name: "Leaves the school" }).click();
  const dialog = page.getByRole("dialog", { name: "2 students leave the school" });
  await dialog.getByLabel("Reason").fill("Se mudan");
  await expectNoSeriousFinding(page, "the withdrawal");
  await dialog.getByRole("button", { name: "Withdraw 2 students" }).click();
  await expect(rows(page)).toHaveCount(4);
  await toast(page, "2 students have left").getByRole("button", { name: "Undo" }).click();
  await expect(toast(page, "2 students are as before")).toBeVisible();
  await expect(rows(page)).toHaveCount(6);
});

test("the list of a section is numbered by surname after a look at the new order, and goes back", async ({
  page,
  school,
}) => {
  await page.goto(list(school, "?cols=listNumber"));
  await expect(page.getByRole("button", { name: "Renumber list" })).toBeHidden();
  await narrow(page, "Section", "1er Grado A");
  await page.getByRole("button", { name: "Renumber list" }).click();
  const dialog = page.getByRole("alertdialog", { name: /^Number the list of 1er Grado/ });
  await expect(dialog.getByRole("row")).toHaveCount(4);
  for (const [n, name] of ["Ávila, Ana", "Nuñez, Zoe", "Núñez Abad, Iñigo"].entries())
    await expect(dialog.getByRole("row").nth(n + 1)).toContainText(name);
  await expectNoSeriousFinding(page, "the new order");
  await dialog.getByRole("button", { name: "Number 3 students" }).click();
  await expect(row(page, "Nuñez, Zoe").getByRole("cell", { name: "2", exact: true })).toBeVisible();
  await toast(page, "is numbered anew").getByRole("button", { name: "Undo" }).click();
  await expect(toast(page, "3 students have their former numbers")).toBeVisible();
  await expect(row(page, "Nuñez, Zoe").getByRole("cell", { name: "2", exact: true })).toBeHidden();
});

test("on a phone, in Spanish, the list, a record and its form fit the screen", async ({
  browser,
  school,
}) => {
  const context = await browser.newContext({
    ...{ viewport: { width: 375, height: 812 }, locale: "es-VE" },
    storageState: await school.request.storageState(),
  });
  const page = await context.newPage();
  await page.goto(list(school));
  await expect(rows(page)).toHaveCount(6);
  expect(await fitsWidth(page)).toBe(true);
  await page.getByRole("searchbox", { name: "Buscar estudiantes" }).fill("pena");
  await expect(rows(page)).toHaveCount(2);
  await expectGoodForAll(page, "la lista en un teléfono");
  const { rows: found } = await query<{ rows: { id: string }[] }>(school.request, "student.list", {
    search: "pena",
  });
  await page.goto(list(school, `/${found[0]?.id}`));
  await expect(page.getByRole("heading", { level: 1, name: "Eva Peña Gil" })).toBeVisible();
  expect(await fitsWidth(page)).toBe(true);
  await page.getByRole("link", { name: "Editar", exact: true }).click();
  await expect(page.getByLabel("Apellidos")).toHaveValue("Peña Gil");
  expect(await fitsWidth(page)).toBe(true);
  await context.close();
});
