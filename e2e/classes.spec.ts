import type { Page } from "@playwright/test";
import { addCast, addClass, type Cast, enterAs, namesIn, rows } from "./fixtures/classes";
import { livingAt } from "./fixtures/hosts";
import { tabTo } from "./fixtures/keyboard";
import { addPeople, mutate } from "./fixtures/people";
import { type OwnSchool, openSchool } from "./fixtures/school";
import { expect, test } from "./fixtures/test";
import { fitsWidth } from "./fixtures/width";

// One worker prepares the school that all these tests look at; each test has classes of its own.
test.describe.configure({ mode: "default" });

const LIST = "/org-admin/classes";
const STUDENTS = 30;

let school: OwnSchool;
let cast: Cast;

test.use(livingAt(() => school?.url));

test.beforeAll(async ({ playwright, baseURL }) => {
  school = await openSchool(playwright.request, baseURL);
  cast = await addCast(school.request, { students: STUDENTS, coaches: ["Lidia", "Marcos", "Nora"] });
});
test.afterAll(() => school.close());

const lead = (first = "Lidia") => cast.idOf(cast.coach(first).email);
const students = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => cast.idOf(cast.student(from + index).email));
const toast = (page: Page, text: string | RegExp) => page.getByRole("alertdialog").filter({ hasText: text });
const views = (page: Page) => page.getByRole("navigation", { name: "Views" });

test("by keyboard alone: create a class, enrol 30, move 2, archive, and take it back", async ({ page }) => {
  test.slow();
  await addClass(school.request, { name: "Keys elsewhere", leadId: lead("Marcos") });
  await enterAs(page, school.admin);
  await page.goto("/org-admin");
  const { keyboard } = page;
  await tabTo(page, page.getByRole("link", { name: "New class" }));
  await keyboard.press("Enter");
  await page.waitForURL(`${LIST}/new`);

  await tabTo(page, page.getByLabel("Name", { exact: true }));
  await keyboard.type("Keys 4.º A");
  await tabTo(page, page.getByLabel("Seats"));
  await keyboard.type("31");
  await tabTo(page, page.getByRole("combobox", { name: "Lead" }));
  await keyboard.type("lidia");
  await expect(page.getByRole("listbox", { name: "Suggestions Lead" }).getByRole("option")).toHaveCount(1);
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Lead" })).toHaveValue(cast.coach("Lidia").name);
  await tabTo(page, page.getByRole("button", { name: "Create class" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Keys 4.º A" })).toBeVisible();
  await expect(toast(page, "Keys 4.º A is created")).toBeVisible();
  const address = page.url();

  await tabTo(page, page.getByRole("main").getByRole("link", { name: "Add students" }).first());
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Add students to Keys 4.º A" })).toBeVisible();
  await tabTo(page, page.getByRole("radio", { name: "Pick" }));
  await keyboard.press("ArrowRight");
  await tabTo(page, page.getByLabel("Students, one per line"));
  for (let number = 1; number <= STUDENTS; number++) {
    await keyboard.insertText(cast.student(number).email);
    await keyboard.press("Enter");
  }
  await keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "30 lines checked" })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Add 30 students" }));
  await keyboard.press("Enter");
  await page.waitForURL(address);
  expect(await namesIn(page, STUDENTS)).toContain(cast.student(30).name);
  await expect(page.getByText("30 of 31 students").first()).toBeVisible();

  await tabTo(page, page.getByRole("link", { name: cast.student(1).name }));
  await keyboard.press("Space");
  await keyboard.press("j");
  await keyboard.press("Space");
  await expect(page.getByText("2 selected")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Move", exact: true }));
  await keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Move 2 students out of Keys 4.º A" });
  await tabTo(page, dialog.getByRole("combobox", { name: "To the class" }));
  await keyboard.type("elsewhere");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(dialog.getByText("Keys elsewhere has no limit of seats")).toBeVisible();
  await tabTo(page, dialog.getByRole("button", { name: "Move 2 students" }));
  await keyboard.press("Enter");
  await expect(toast(page, "2 students are in Keys elsewhere now")).toBeVisible();
  expect(await namesIn(page, STUDENTS - 2)).not.toContain(cast.student(2).name);

  await tabTo(page, page.getByRole("main").getByRole("button", { name: "More" }), "back");
  await keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await keyboard.press("End");
  await expect(page.getByRole("menuitem", { name: "Archive" })).toBeFocused();
  await keyboard.press("Enter");
  const asked = page.getByRole("alertdialog", { name: "Archive Keys 4.º A?" });
  await expect(asked.getByText("28 students stay on the roster as it is.")).toBeVisible();
  await tabTo(page, asked.getByRole("button", { name: "Archive 1 class" }));
  await keyboard.press("Enter");
  await expect(page.getByText(/^Archived on/)).toBeVisible();
  await keyboard.press("F6");
  await tabTo(page, toast(page, "Keys 4.º A is archived").getByRole("button", { name: "Undo" }));
  await keyboard.press("Enter");
  await expect(toast(page, "Keys 4.º A is active again")).toBeVisible();
  await expect(page.getByText(/^Archived on/)).toBeHidden();

  await keyboard.press("g");
  await keyboard.press("c");
  await page.waitForURL(LIST);
  await expect(rows(page).filter({ hasText: "Keys 4.º A" })).toContainText("28 of 31");
  await expect(rows(page).filter({ hasText: "Keys elsewhere" })).toContainText("2");
});

test("the form says what is wrong, at its field, and keeps what was typed", async ({ page }) => {
  await addClass(school.request, { name: "Form taken", leadId: lead(), year: "2026-2027" });
  await enterAs(page, school.admin);
  await page.goto(`${LIST}/new`);
  await page.getByLabel("School year").selectOption("2026-2027");
  await page.getByRole("button", { name: "Create class" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("combobox", { name: "Lead" })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Name", { exact: true }).fill("FORM TAKEN");
  await page.getByRole("combobox", { name: "Lead" }).click();
  await page
    .getByRole("listbox", { name: "Suggestions Lead" })
    .getByRole("option", { name: cast.coach("Nora").name })
    .click();
  await page.getByRole("button", { name: "Create class" }).click();
  await expect(page.getByText("There is an active class named FORM TAKEN already.")).toBeVisible();
  await expect(page.getByLabel("School year").locator("option:checked")).toHaveText("2026-2027");
  await page.getByLabel("Name", { exact: true }).fill("Form free");
  await page.getByRole("button", { name: "Create class" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Form free" })).toBeVisible();
});

test("search, filters and order live in the address and survive a reload", async ({ page }) => {
  const mark = "Filtered";
  const make = (name: string, more: Omit<Parameters<typeof addClass>[1], "name">) =>
    addClass(school.request, { name: `${mark} ${name}`, ...more });
  await make("Física", { leadId: lead("Lidia"), year: "2027-2028", studentIds: students(1, 2), capacity: 2 });
  await make("Geometría", {
    leadId: lead("Marcos"),
    year: "2027-2028",
    studentIds: students(3, 5),
    capacity: 2,
  });
  await make("Álgebra", { leadId: lead("Marcos"), year: "2028-2029", capacity: 9 });
  await make("Teatro", { leadId: lead("Nora") });
  await enterAs(page, school.admin);
  await page.goto(LIST);
  const search = page.getByRole("searchbox", { name: "Search classes" });
  await search.fill("filtered algebra");
  await expect(page).toHaveURL(/q=filtered/);
  expect(await namesIn(page, 1)).toEqual([`${mark} Álgebra`]);
  await search.fill(mark);
  expect(await namesIn(page, 4)).toEqual(
    ["Álgebra", "Física", "Geometría", "Teatro"].map((name) => `${mark} ${name}`),
  );

  const sorted = page.getByRole("columnheader", { name: "Students" });
  await sorted.getByRole("button").click();
  await expect(sorted).toHaveAttribute("aria-sort", "ascending");
  await sorted.getByRole("button").click();
  await expect(sorted).toHaveAttribute("aria-sort", "descending");
  await page.reload();
  expect((await namesIn(page, 4)).slice(0, 2).sort()).toEqual([`${mark} Física`, `${mark} Geometría`]);

  await choose(page, "Coach", cast.coach("Marcos").name);
  expect(await namesIn(page, 2)).toEqual([`${mark} Geometría`, `${mark} Álgebra`]);
  await choose(page, "Seats", "With a waiting list");
  await page.reload();
  expect(await namesIn(page, 1)).toEqual([`${mark} Geometría`]);
  await expect(rows(page)).toContainText("1 waiting");
  await page.getByRole("button", { name: "Clear filter: Coach" }).click();
  await page.getByRole("button", { name: "Clear filter: Seats" }).click();
  await choose(page, "Year", "2028-2029");
  expect(await namesIn(page, 1)).toEqual([`${mark} Álgebra`]);
  await choose(page, "Seats", "Full");
  await expect(page.getByRole("heading", { name: `No class matches “${mark}”` })).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(`${LIST}?sort=students&dir=desc`);
});

/** Chooses one option of a filter. */
async function choose(page: Page, filter: string, option: string) {
  await page
    .getByRole("group", { name: "Filters" })
    .getByRole("button", { name: filter, exact: true })
    .click();
  await page.getByRole("option", { name: option }).click();
  await page.keyboard.press("Escape");
}

test("a view is kept as a tab, shared, renamed, deleted and brought back", async ({ page, browser }) => {
  await addClass(school.request, { name: "Kept view", leadId: lead("Marcos"), capacity: 5 });
  await enterAs(page, school.admin);
  await page.goto(`${LIST}?seats=free&sort=students`);
  await page.getByRole("button", { name: "Save view" }).click();
  const form = page.getByRole("dialog", { name: "Save view" });
  await form.getByRole("button", { name: "Save view" }).click();
  await expect(form.getByText("Give the view a name.")).toBeVisible();
  await form.getByLabel("Name").fill("Room left");
  await form.getByLabel("Share with everyone in the school").check();
  await form.getByRole("button", { name: "Save view" }).click();
  const tab = views(page).getByRole("link", { name: /Room left/ });
  await expect(tab).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("button", { name: "Save view" })).toBeHidden();

  const theirs = await (await browser.newContext()).newPage();
  await enterAs(theirs, cast.coach("Marcos"));
  await theirs.goto("/coach/classes");
  await views(theirs)
    .getByRole("link", { name: /Room left/ })
    .click();
  await expect(theirs).toHaveURL("/coach/classes?seats=free&sort=students");
  await expect(rows(theirs).filter({ hasText: "Kept view" })).toHaveCount(1);
  await expect(theirs.getByRole("button", { name: "Actions for “Room left”" })).toBeHidden();
  await theirs.context().close();

  await views(page).getByRole("link", { name: /^All/ }).click();
  await page.getByRole("button", { name: "Actions for “Room left”" }).click();
  await page.getByRole("menuitem", { name: "Rename view" }).click();
  const rename = page.getByRole("dialog", { name: "Rename view" });
  await rename.getByLabel("Name").fill("Places left");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Actions for “Places left”" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Delete view" }).click();
  await expect(views(page).getByRole("link", { name: /Places left/ })).toBeHidden();
  await toast(page, "View “Places left” deleted").getByRole("button", { name: "Undo" }).click();
  await views(page)
    .getByRole("link", { name: /Places left/ })
    .click();
  await expect(page).toHaveURL(`${LIST}?seats=free&sort=students`);
});

test("many are archived and restored at once; what stays as it was is told", async ({ page }) => {
  for (const name of ["Bulk one", "Bulk two", "Bulk three"])
    await addClass(school.request, { name, leadId: lead(), studentIds: students(1, 2) });
  await enterAs(page, school.admin);
  await page.goto(`${LIST}?q=bulk`);
  await namesIn(page, 3);
  await page.getByRole("checkbox", { name: "Select all on this page" }).check();
  await page.getByRole("button", { name: "Archive 3" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Archive 3 classes?" });
  await expect(dialog.getByText("6 students stay on the roster as it is.")).toBeVisible();
  await dialog.getByRole("button", { name: "Archive 3 classes" }).click();
  await expect(toast(page, "3 classes are archived")).toBeVisible();
  await expect(page.getByRole("heading", { name: "No class matches “bulk”" })).toBeVisible();

  // Another class has taken one of the names in the meantime.
  await addClass(school.request, { name: "Bulk two", leadId: lead() });
  await page.goto(`${LIST}?q=bulk&scope=archived`);
  await namesIn(page, 3);
  await page.getByRole("checkbox", { name: "Select all on this page" }).check();
  await page.getByRole("button", { name: "Restore 3" }).click();
  const told = page.getByRole("dialog", { name: "2 of 3 done" });
  await expect(told.getByRole("listitem").first()).toContainText("Bulk two");
  await told.getByRole("button", { name: "Close" }).first().click();
  expect(await namesIn(page, 1)).toEqual(["Bulk two"]);
  await page.goto(`${LIST}?q=bulk`);
  expect(await namesIn(page, 3)).toEqual(["Bulk one", "Bulk three", "Bulk two"]);
});

test("a coach has their own classes and nothing else", async ({ page }) => {
  const own = await addClass(school.request, { name: "Coached", leadId: lead("Nora") });
  const foreign = await addClass(school.request, { name: "Not coached", leadId: lead("Lidia") });
  await enterAs(page, cast.coach("Nora"));
  await page.goto("/coach/classes?q=coached");
  expect(await namesIn(page, 1)).toEqual(["Coached"]);
  await expect(page.getByRole("link", { name: "New class" })).toBeHidden();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Coach", exact: true })).toBeHidden();
  await page.getByRole("link", { name: "Coached" }).click();
  await expect(page).toHaveURL(`/coach/classes/${own}`);
  await expect(page.getByRole("heading", { level: 1, name: "Coached" })).toBeVisible();
  const closed = [LIST, `${LIST}/new`, `${LIST}/${own}`, `/coach/classes/${foreign}`];
  for (const path of closed) expect((await page.goto(path))?.status(), path).toBe(404);
});

test("who coaches nothing is told so; students and families find no classes", async ({ page, browser }) => {
  await addCast(school.request, { students: 0, coaches: ["Quito"] }).then(({ coach }) =>
    enterAs(page, coach("Quito")),
  );
  await page.goto("/coach/classes");
  await expect(page.getByRole("heading", { name: "No class of yours yet" })).toBeVisible();
  const id = await addClass(school.request, {
    name: "Closed to others",
    leadId: lead(),
    studentIds: students(1, 1),
  });
  const parent = { name: "Pilar Paz", email: `pilar.${cast.tag}@people.example`, role: "PARENT" as const };
  await addPeople(school.request, `pilar.${cast.tag}`, [parent]);
  for (const account of [cast.student(1), cast.student(2), parent]) {
    const theirs = await (await browser.newContext()).newPage();
    await enterAs(theirs, account);
    for (const path of [LIST, `${LIST}/new`, `${LIST}/${id}`, "/coach/classes", `/coach/classes/${id}`])
      expect((await theirs.goto(path))?.status(), path).toBe(404);
    await theirs.context().close();
  }
});

test("in Spanish and on a phone all of it is there, and nothing scrolls sideways", async ({
  page,
  context,
  baseURL,
}) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await context.addCookies([{ name: "locale", value: "es", url: baseURL ?? "" }]);
  const id = await addClass(school.request, {
    name: "Castellano y literatura de cuarto año, sección única",
    leadId: lead("Marcos"),
    capacity: 1,
    year: "2026-2027",
    studentIds: students(1, 1),
  });
  await mutate(school.request, "class.enroll", { id, userIds: students(2, 3) });
  await enterAs(page, school.admin);
  await page.goto(`${LIST}?q=castellano`);
  const row = rows(page).first();
  await expect(row.getByText(`${cast.coach("Marcos").name} · 2026-2027`)).toBeVisible();
  await expect(row.getByText("2 en espera").filter({ visible: true })).toHaveCount(1);
  expect(await fitsWidth(page)).toBe(true);
  await row.getByRole("checkbox").check();
  await expect(page.getByRole("button", { name: "Archivar", exact: true })).toBeInViewport();
  await page.goto(`${LIST}/new`);
  await expect(page.getByRole("heading", { level: 1, name: "Nueva clase" })).toBeVisible();
  await page.getByLabel("Nombre", { exact: true }).fill("Clase del teléfono");
  await page.getByRole("combobox", { name: "Docente a cargo" }).click();
  await page
    .getByRole("listbox", { name: /Docente a cargo/ })
    .getByRole("option", { name: cast.coach("Nora").name })
    .click();
  expect(await fitsWidth(page)).toBe(true);
  await page.getByRole("button", { name: "Crear clase" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Clase del teléfono" })).toBeVisible();
  expect(await fitsWidth(page)).toBe(true);
});
