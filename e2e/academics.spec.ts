import type { Page } from "@playwright/test";
import { expectGoodForAll, expectNoSeriousFinding } from "./fixtures/axe";
import { addCast, type Cast, enterAs } from "./fixtures/classes";
import { livingAt } from "./fixtures/hosts";
import { addPeople, mutate, query } from "./fixtures/people";
import { type OwnSchool, openSchool } from "./fixtures/school";
import { expect, test } from "./fixtures/test";
import { fitsWidth } from "./fixtures/width";

// The tests build one school's structure, one after the other.
test.describe.configure({ mode: "serial" });

const PATH = "/org-admin/academics";

let school: OwnSchool;
let cast: Cast;

test.use(livingAt(() => school?.url));

test.beforeAll(async ({ playwright, baseURL }) => {
  school = await openSchool(playwright.request, baseURL);
  cast = await addCast(school.request, { students: 1, coaches: ["Lidia"] });
});
test.afterAll(() => school.close());

const toast = (page: Page, text: string | RegExp) => page.getByRole("alertdialog").filter({ hasText: text });
const matrix = (page: Page) => page.getByRole("table", { name: /^Students by grade and section/ });
const gradeRow = (page: Page, name: string) => matrix(page).getByRole("row").filter({ hasText: name });

test("an administrator makes the year, its terms and sections of several grades at once", async ({
  page,
}) => {
  await enterAs(page, school.admin);
  await page.goto("/org-admin");
  await page.keyboard.press("g");
  await page.keyboard.press("y");
  await page.waitForURL(`**${PATH}`);
  await expect(page.getByRole("heading", { name: "No school year yet" })).toBeVisible();
  await expectGoodForAll(page, "no year");
  await page.getByRole("main").getByRole("button", { name: "New year" }).click();
  const dialog = page.getByRole("dialog", { name: "New school year" });
  // The name tells the days, and the terms share them.
  await dialog.getByLabel("Name", { exact: true }).fill("2026/27");
  await dialog.getByLabel("Name", { exact: true }).blur();
  await expect(dialog.getByRole("group", { name: "First day" }).first()).toContainText("15/09/2026");
  await expectNoSeriousFinding(page);
  await dialog.getByLabel("Name of term 2").fill("");
  await dialog.getByRole("button", { name: "Create year" }).click();
  await expect(dialog.getByText("Write the term's name.")).toBeVisible();
  await dialog.getByLabel("Name of term 2").fill("Midyear");
  await dialog.getByRole("button", { name: "Create year" }).click();
  await expect(toast(page, "2026-2027 is saved")).toBeVisible();

  await expect(matrix(page).getByRole("row")).toHaveCount(12);
  await page.getByRole("main").getByRole("button", { name: "Add sections", exact: true }).click();
  const several = page.getByRole("dialog", { name: "Add sections to 2026-2027" });
  await several.getByRole("button", { name: "Add sections" }).click();
  await expect(several.getByText("Write at least one section, such as A.")).toBeVisible();
  await several.getByLabel("Sections").fill("a, B c");
  await several.getByLabel("Seats in each").fill("35");
  await expectNoSeriousFinding(page);
  await several.getByRole("button", { name: "Add 33 sections" }).click();
  await expect(toast(page, "33 sections are there")).toBeVisible();
  await expect(matrix(page).getByRole("columnheader")).toHaveText([
    ...["Grade", "A", "B", "C", "Students", "Actions"],
  ]);
  await expectGoodForAll(page, "sections");

  await page.getByRole("link", { name: "Years and terms" }).click();
  await expect(page.getByRole("heading", { name: "Terms of 2026-2027" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Midyear" })).toContainText("–");
  await expectGoodForAll(page, "years");
});

test("a section gets a guide and another name, an empty one goes, a grade moves and rests", async ({
  page,
}) => {
  await enterAs(page, school.admin);
  await page.goto(PATH);
  await page.getByRole("button", { name: "1er Grado A, 0 students" }).click();
  const dialog = page.getByRole("dialog", { name: "Section 1er Grado A" });
  await dialog.getByLabel("Name", { exact: true }).fill("B");
  await dialog.getByRole("button", { name: "Save section" }).click();
  await expect(dialog.getByText("This grade has a section B already.")).toBeVisible();
  await dialog.getByLabel("Name", { exact: true }).fill("Secoya");
  await dialog.getByRole("combobox", { name: "Guide teacher" }).fill(cast.tag);
  await page.getByRole("option", { name: cast.coach("Lidia").name }).click();
  await expectNoSeriousFinding(page);
  await dialog.getByRole("button", { name: "Save section" }).click();
  await expect(toast(page, "1er Grado Secoya is saved")).toBeVisible();
  await page.getByRole("button", { name: "1er Grado SECOYA, 0 students" }).click();
  await expect(page.getByRole("combobox", { name: "Guide teacher" })).toHaveValue(cast.coach("Lidia").name);
  await page.getByRole("dialog").getByRole("button", { name: "Remove section" }).click();
  await expect(toast(page, "1er Grado SECOYA is removed")).toBeVisible();
  await expect(matrix(page).getByRole("columnheader", { name: "SECOYA" })).toBeHidden();

  const menu = async (grade: string, item: string) => {
    await page.getByRole("button", { name: `Actions for ${grade}` }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await menu("2do Grado", "Move up");
  await expect(matrix(page).getByRole("rowheader").first()).toHaveText("2do Grado");
  await toast(page, "2do Grado has moved").getByRole("button", { name: "Undo" }).click();
  await expect(matrix(page).getByRole("rowheader").first()).toHaveText("1er Grado");
  await menu("2do Grado", "Archive");
  await expect(page.getByText(/2026-2027 has sections of 2do Grado/)).toBeVisible();

  await page.getByRole("main").getByRole("button", { name: "Add grade" }).click();
  const grade = page.getByRole("dialog", { name: "New grade" });
  await grade.getByLabel("Name", { exact: true }).fill("6to Año");
  await grade.getByLabel("Level").selectOption("Secondary");
  await expectNoSeriousFinding(page);
  await grade.getByRole("button", { name: "Create grade" }).click();
  await expect(gradeRow(page, "6to Año")).toBeVisible();
  await menu("6to Año", "Archive");
  await expect(toast(page, "6to Año is archived")).toBeVisible();
  await page.getByText("1 archived grade").click();
  await page.getByRole("button", { name: "Use 6to Año again" }).click();
  await expect(gradeRow(page, "6to Año")).toBeVisible();

  await page.goto(`${PATH}?tab=subjects`);
  await page.getByRole("main").getByRole("button", { name: "New subject" }).first().click();
  const subject = page.getByRole("dialog", { name: "New subject" });
  await subject.getByLabel("Name", { exact: true }).fill("Matemática");
  await subject.getByLabel("Short form").fill("MAT");
  await subject.getByRole("button", { name: "Create subject" }).click();
  await expect(toast(page, "Matemática is saved")).toBeVisible();
  await page.getByRole("button", { name: "Archive Matemática" }).click();
  await toast(page, "Matemática is archived").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "Edit Matemática" })).toBeVisible();
  await expectGoodForAll(page, "subjects");
});

test("a class belongs to the current year, and to a section and a subject of it", async ({ page }) => {
  await enterAs(page, school.admin);
  await page.goto("/org-admin/classes/new");
  await expect(page.getByLabel("School year").locator("option:checked")).toHaveText("2026-2027");
  await page.getByLabel("Name", { exact: true }).fill("Álgebra");
  await page.getByLabel("Section").selectOption("3er Año B");
  await page.getByLabel("Subject").selectOption("Matemática");
  await page.getByRole("combobox", { name: "Lead" }).fill(cast.tag);
  await page.getByRole("option", { name: cast.coach("Lidia").name }).click();
  await page.getByRole("button", { name: "Create class" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Álgebra" })).toBeVisible();
  await expect(page.getByText(/2026-2027 · 3er Año B/)).toBeVisible();
});

test("in Spanish and on a phone all of it is there, and nothing scrolls sideways", async ({
  page,
  context,
  baseURL,
}) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await context.addCookies([{ name: "locale", value: "es", url: school.url ?? baseURL ?? "" }]);
  await enterAs(page, school.admin);
  for (const [tab, text] of [
    ["", "Estudiantes por grado y sección en 2026-2027"],
    ["?tab=years", "Lapsos de 2026-2027"],
    ["?tab=subjects", "Materias"],
  ] as const) {
    await page.goto(`${PATH}${tab}`);
    await expect(page.getByRole("heading", { level: 1, name: "Años y secciones" })).toBeVisible();
    await expect(page.getByText(text).first()).toBeAttached();
    expect(await fitsWidth(page)).toBe(true);
    await expectNoSeriousFinding(page);
  }
  await page.goto(`${PATH}?tab=years`);
  await page.getByRole("button", { name: "Editar lapsos" }).click();
  const dialog = page.getByRole("dialog", { name: "Editar 2026-2027" });
  await expect(dialog.getByLabel("Nombre del lapso 1")).toHaveValue(/\d/);
  await dialog.getByRole("button", { name: "Repartir los días por igual" }).click();
  await expectNoSeriousFinding(page);
  await dialog.getByRole("button", { name: "Guardar año" }).click();
  await expect(toast(page, "2026-2027 quedó guardado")).toBeVisible();
});

test("who only coaches or studies is not let in, by page or by API", async ({ browser }) => {
  const tag = cast.tag;
  const parent = { name: `Parent ${tag}`, email: `parent.${tag}@people.example`, role: "PARENT" as const };
  await addPeople(school.request, parent.email, [parent]);
  for (const person of [cast.coach("Lidia"), cast.student(1), parent]) {
    const context = await browser.newContext({ baseURL: school.url });
    const page = await context.newPage();
    await enterAs(page, person);
    const answer = await page.request.get(PATH);
    expect(answer.status(), person.name).toBe(404);
    const made = await page.request.post("/api/trpc/subject.create", {
      data: { json: { name: "Mine", code: "" } },
    });
    expect(made.status(), person.name).toBe(403);
    await context.close();
  }
  // The administrator still does.
  await mutate(school.request, "subject.create", { name: "Física", code: "" });
  const { subjects } = await query<{ subjects: { name: string }[] }>(school.request, "academics.get", {});
  expect(subjects.map(({ name }) => name)).toEqual(["Física", "Matemática"]);
});

test("everybody goes on to the next year: previewed, done, and taken back", async ({ page }) => {
  test.slow();
  const { sections, grades } = await query<{
    sections: { id: string; gradeName: string; name: string }[];
    grades: { id: string; name: string }[];
  }>(school.request, "academics.options", {});
  // Another test leaves a grade after the last one.
  for (const { id, name } of grades)
    if (name === "6to Año") await mutate(school.request, "grade.archive", { id });
  const sectionOf = (grade: string, name: string) => {
    const found = sections.find((one) => one.gradeName === grade && one.name === name);
    if (!found) throw new Error(`no section ${grade} ${name}`);
    return { sectionId: found.id };
  };
  const add = (firstNames: string, code: string, place: ReturnType<typeof sectionOf>) =>
    mutate(school.request, "student.create", {
      ...{ firstNames, lastNames: "Rollo", code, gender: "female", birthDate: "2015-05-05" },
      ...place,
    });
  await add("Alba", "R-1", sectionOf("3er Grado", "B"));
  await add("Berta", "R-2", sectionOf("3er Grado", "B"));
  await add("Celia", "R-3", sectionOf("5to Año", "A"));

  await enterAs(page, school.admin);
  await page.goto(`${PATH}?tab=years`);
  await page.getByRole("link", { name: "Go on to the next year" }).click();
  await expect(page.getByLabel("Name of the new year")).toHaveValue("2027-2028");
  await expectGoodForAll(page, "rollover years");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Hold back students of 3er Grado B, none yet" }).click();
  const held = page.getByRole("dialog", { name: "Who of 3er Grado B stays in the grade" });
  await held.getByRole("searchbox").fill("berta");
  await expect(held.getByRole("checkbox")).toHaveCount(1);
  await held.getByRole("checkbox", { name: "Rollo, Berta" }).check();
  await expectNoSeriousFinding(page);
  await held.getByRole("button", { name: "Hold back 1 student" }).click();
  await expect(
    page.getByRole("button", { name: "Hold back students of 3er Grado B, 1 so far" }),
  ).toBeVisible();
  await expectGoodForAll(page, "rollover sections");
  await page.getByRole("button", { name: "Next" }).click();
  const figures = page.getByRole("region", { name: "What becomes of the students" });
  await expect(figures.getByRole("definition")).toHaveText([/^1/, /^1/, /^1/, /^0/]);
  await expectGoodForAll(page, "rollover review");
  await page.getByRole("button", { name: "Go on to 2027-2028" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "2027-2028 has begun" })).toBeVisible();
  await expectNoSeriousFinding(page);
  await page.getByRole("link", { name: "See the new year" }).click();
  await expect(page.getByRole("button", { name: "4to Grado B, 1 student" })).toBeVisible();
  await expect(page.getByRole("button", { name: "3er Grado B, 1 student" })).toBeVisible();

  await page.goto(`${PATH}/rollover`);
  await page.getByRole("button", { name: "Take back 2026-2027 → 2027-2028" }).click();
  const undo = page.getByRole("dialog", { name: "Take back 2026-2027 → 2027-2028" });
  await expect(undo.getByText(/^3 students go back/)).toBeVisible();
  await expectNoSeriousFinding(page);
  await undo.getByRole("button", { name: "Put 3 students back" }).click();
  await expect(toast(page, "3 students are back")).toBeVisible();
  await page.waitForURL(`**${PATH}`);
  await expect(page.getByRole("button", { name: "3er Grado B, 2 students" })).toBeVisible();
  await expect(page.getByRole("button", { name: "5to Año A, 1 student" })).toBeVisible();
});
