import { readFile } from "node:fs/promises";
import { read, utils } from "@e965/xlsx";
import type { Locator, Page } from "@playwright/test";
import Papa from "papaparse";
import { enterAs } from "./fixtures/classes";
import { tabTo } from "./fixtures/keyboard";
import { ADMIN, addPeople, mutate, type NewPerson, PASSWORD, query, signInByApi } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

// One worker prepares the people that all these tests look at.
test.describe.configure({ mode: "default" });

const LIST = "/org-admin/users";
const PUPILS = 52;

/** A word that only these people carry, so that other tests' people never come into the way. */
let tag = "";
let className = "";

const emailOf = (name: string) => `${name}.${tag}@people.example`;
const doraEmail = () => `dora.apart${tag}@people.example`;

test.beforeAll(async ({ playwright, baseURL }) => {
  tag = `q${crypto.randomUUID().replace(/[^a-f]/g, "")}x`;
  className = `Chess ${tag}`;
  const request = await playwright.request.newContext({ baseURL });
  await signInByApi(request, ADMIN);
  const [admin] = await query<{ id: string }[]>(request, "class.findCoaches", { search: ADMIN.email });
  const { id } = await mutate<{ id: string }>(request, "class.create", {
    name: className,
    leadId: admin?.id,
  });
  const pupils = Array.from({ length: PUPILS }, (_, index): NewPerson => {
    const number = String(index + 1).padStart(2, "0");
    return { name: `Pupil ${number} ${tag}`, email: emailOf(`pupil${number}`), role: "STUDENT" };
  });
  await addPeople(request, tag, [
    ...pupils,
    { name: `Íñigo Peñálver ${tag}`, email: emailOf("inigo"), role: "PARENT" },
    { name: `Ana Brito ${tag}`, email: emailOf("ana"), role: "PARENT" },
    { name: `Berta Cruz ${tag}`, email: emailOf("berta"), role: "PARENT" },
    { name: `Ciro Coach ${tag}`, email: emailOf("ciro"), role: "COACH", className },
  ]);
  const { rows } = await query<{ rows: { id: string }[] }>(request, "user.list", { search: emailOf("ciro") });
  await mutate(request, "class.setLead", { id, userId: rows[0]?.id });
  await mutate(request, "class.removeCoach", { id, userId: admin?.id });
  // Whose role goes back and forth stays out of the others' counts.
  await addPeople(request, `apart${tag}`, [
    { name: `Dora Paz apart${tag}`, email: doraEmail(), role: "PARENT" },
  ]);
  await request.dispose();
});

test.beforeEach(async ({ page }) => {
  await enterAs(page, ADMIN);
});

/** The rows that are there, once there are as many. */
async function rowsOf(page: Page, count: number): Promise<Locator> {
  const rows = page.locator("tbody tr[data-key]");
  await expect(rows).toHaveCount(count);
  return rows;
}

const namesOf = (rows: Locator) => rows.locator("[data-row-link]").allTextContents();
const panel = (page: Page, name: string) => page.getByRole("complementary", { name });

test("search folds accents and keeps what was found in the address", async ({ page }) => {
  await page.goto(LIST);
  await page.getByRole("searchbox", { name: "Search people" }).fill(`penalver ${tag}`);
  await expect(page).toHaveURL(/q=penalver/);
  expect(await namesOf(await rowsOf(page, 1))).toEqual([`Íñigo Peñálver ${tag}`]);
  await page.reload();
  expect(await namesOf(await rowsOf(page, 1))).toEqual([`Íñigo Peñálver ${tag}`]);

  await page.getByRole("searchbox", { name: "Search people" }).fill(`penalver ${tag} nobody`);
  await expect(page.getByRole("heading", { name: `No one matches “penalver ${tag} nobody”` })).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).not.toHaveURL(/q=/);
});

test("filter, order and page live in the address and survive a reload", async ({ page }) => {
  await page.goto(`${LIST}?q=${tag}`);
  await page.getByRole("button", { name: "Role" }).first().click();
  await page.getByRole("option", { name: "Student" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("columnheader", { name: "Name" }).getByRole("button").click();
  await expect(page).toHaveURL(/dir=desc/);
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByText(`1–50 of ${PUPILS}`)).toBeVisible();
  expect((await namesOf(await rowsOf(page, 50)))[0]).toBe(`Pupil ${PUPILS} ${tag}`);

  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText(`51–${PUPILS} of ${PUPILS}`)).toBeVisible();
  const last = [`Pupil 02 ${tag}`, `Pupil 01 ${tag}`];
  expect(await namesOf(await rowsOf(page, 2))).toEqual(last);
  await page.reload();
  await expect(page.getByText(`51–${PUPILS} of ${PUPILS}`)).toBeVisible();
  expect(await namesOf(await rowsOf(page, 2))).toEqual(last);
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(page.getByText(`1–50 of ${PUPILS}`)).toBeVisible();
  await page.goBack();
  await expect(page.getByText(`51–${PUPILS} of ${PUPILS}`)).toBeVisible();
});

test("filters and order are kept as a view of one's own, by name, until it is deleted", async ({ page }) => {
  const kept = `Families ${tag}`;
  const views = page.getByRole("navigation", { name: "Views" });
  await page.goto(`${LIST}?q=${tag}&role=PARENT&dir=desc`);
  await rowsOf(page, 3);
  await page.getByRole("button", { name: "Save view" }).click();
  const form = page.getByRole("dialog", { name: "Save view" });
  await form.getByLabel("Name").fill(kept);
  await page.keyboard.press("Enter");
  await expect(views.getByRole("link", { name: kept })).toHaveAttribute("aria-current", "page");
  await views.getByRole("link", { name: /^Everyone/ }).click();
  await expect(page).not.toHaveURL(/role=/);
  await views.getByRole("link", { name: kept }).click();
  expect((await namesOf(await rowsOf(page, 3)))[0]).toBe(`Íñigo Peñálver ${tag}`);
  await page.getByRole("button", { name: `Actions for “${kept}”` }).click();
  await page.getByRole("menuitem", { name: "Delete view" }).click();
  await expect(views.getByRole("link", { name: kept })).toBeHidden();
  await rowsOf(page, 3);
});

test("a person opens beside the list, then on a page of their own", async ({ page }) => {
  await page.goto(`${LIST}?q=${tag}&role=PARENT`);
  await page.getByRole("link", { name: `Ana Brito ${tag}` }).click();
  await expect(page).toHaveURL(/person=/);
  await expect(panel(page, `Ana Brito ${tag}`).getByText(emailOf("ana"))).toBeVisible();
  await expect(page.getByText("1 of 3", { exact: true })).toBeVisible();
  await panel(page, `Ana Brito ${tag}`).getByRole("button", { name: "Next" }).click();
  await expect(panel(page, `Berta Cruz ${tag}`).getByText(emailOf("berta"))).toBeVisible();
  await page.reload();
  await panel(page, `Berta Cruz ${tag}`).getByRole("link", { name: "Open full page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Berta Cruz ${tag}` })).toBeVisible();
  await expect(page.getByText("invited by Olivia Org")).toBeVisible();

  // The page's title is in its body too, until the browser has moved it.
  const nothing = page.getByRole("heading", { name: "There is nothing at this address" });
  await page.goto(`${LIST}?person=01936d2e-7f5c-7000-8000-000000000000`);
  await expect(nothing).toBeVisible();
  await page.goto(`${LIST}/01936d2e-7f5c-7000-8000-000000000000`);
  await expect(nothing).toBeVisible();
});

test("a new role and a suspension hold from the person's next request on", async ({ page, browser }) => {
  const theirs = await (await browser.newContext()).newPage();
  await enterAs(theirs, { email: doraEmail(), password: PASSWORD });
  await theirs.goto("/");
  await expect(theirs).toHaveURL(/\/parent/);

  await page.goto(`${LIST}?q=dora apart${tag}`);
  await page.getByRole("link", { name: `Dora Paz apart${tag}` }).click();
  const open = panel(page, `Dora Paz apart${tag}`);
  await open.getByRole("button", { name: "Change role" }).click();
  await page.getByRole("dialog").getByLabel("Coach").check();
  await page.getByRole("dialog").getByRole("button", { name: "Change role" }).click();
  await expect(page.getByText(`Dora Paz apart${tag}: role changed to Coach`)).toBeVisible();
  await expect(open.getByText(/changed the role of .+ from Parent to Coach/)).toBeVisible();
  await theirs.goto("/");
  await expect(theirs).toHaveURL(/\/coach/);

  await open.getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByText(`Dora Paz apart${tag} is suspended`)).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "Your access is paused" })).toBeVisible();
  await open.getByRole("button", { name: "Reactivate" }).click();
  await expect(page.getByText(`Dora Paz apart${tag} can sign in again`)).toBeVisible();
  await theirs.goto("/");
  await expect(theirs).toHaveURL(/\/coach/);

  await open.getByRole("button", { name: "Change role" }).click();
  await page.getByRole("dialog").getByLabel("Parent").check();
  await page.getByRole("dialog").getByRole("button", { name: "Change role" }).click();
  await expect(page.getByText(`Dora Paz apart${tag}: role changed to Parent`)).toBeVisible();
  const said = page.getByRole("alertdialog").filter({ hasText: "role changed to Parent" });
  await said.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`Dora Paz apart${tag} is back as before`)).toBeVisible();
  await expect(open.getByText(/changed the role of .+ from Parent to Coach/)).toHaveCount(2);
  await theirs.context().close();
});

test("removal says what becomes of the classes, and can be undone", async ({ page }) => {
  await page.goto(`${LIST}?q=ciro ${tag}`);
  await page.getByRole("checkbox", { name: `Select Ciro Coach ${tag}` }).check();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  const dialog = page.getByRole("alertdialog", { name: `Remove Ciro Coach ${tag} from the school?` });
  await expect(dialog.getByText("You take over the lead of one class:")).toBeVisible();
  await expect(dialog.getByText(className)).toBeVisible();
  await expect(dialog.getByText("You can undo it for 30 days")).toBeVisible();
  await dialog.getByRole("button", { name: "Remove 1 person" }).click();
  await expect(page.getByText(`Ciro Coach ${tag} has left the school`)).toBeVisible();
  await expect(page.getByRole("heading", { name: `No one matches “ciro ${tag}”` })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`Ciro Coach ${tag} is back as before`)).toBeVisible();
  await expect(await rowsOf(page, 1)).toContainText(className);
});

test("all that match can be selected; a bulk action tells each row, failures first", async ({ page }) => {
  await page.goto(`${LIST}?q=${tag}&role=STUDENT`);
  await rowsOf(page, 50);
  await page.getByRole("checkbox", { name: "Select all on this page" }).check();
  await expect(page.getByText("50 selected")).toBeVisible();
  await page.getByRole("button", { name: `Select all ${PUPILS} that match` }).click();
  await expect(page.getByText(`${PUPILS} selected`)).toBeVisible();
  await page.getByRole("button", { name: "Suspend", exact: true }).click();
  await expect(page.getByText(`${PUPILS} people are suspended`)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`${PUPILS} people are back as before`)).toBeVisible();

  await page.context().clearCookies();
  await enterAs(page, { email: "admin@test.com", password: "Admin123!" });
  await page.goto(`${LIST}?role=ORG_ADMIN&status=active`);
  await rowsOf(page, 1);
  await page.goto(`${LIST}?role=ORG_ADMIN,PARENT&sort=role`);
  await page.getByRole("checkbox", { name: "Select Olivia Org" }).check();
  await page.getByRole("checkbox", { name: `Select Berta Cruz ${tag}` }).check();
  await page.getByRole("button", { name: "Suspend", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "1 of 2 people suspended" });
  const results = dialog.getByRole("listitem");
  await expect(results.nth(0)).toContainText(/Olivia Org.*only active administrator/);
  await expect(results.nth(1)).toContainText(`Berta Cruz ${tag}`);
  await dialog.getByRole("button", { name: "Undo the change" }).click();
  await expect(page.getByText(`Berta Cruz ${tag} is back as before`)).toBeVisible();
});

test("the export holds what is seen, in its order", async ({ page }) => {
  await page.goto(`${LIST}?q=${tag}&role=PARENT,COACH&dir=desc`);
  const rows = await rowsOf(page, 4);
  const seen = await rows.evaluateAll((found) =>
    found.map((row) => {
      const cells = [...row.children].map((cell) => cell.textContent ?? "");
      return {
        name: row.querySelector("[data-row-link]")?.textContent ?? "",
        role: cells[2],
        classes: cells[3],
        status: cells[4],
      };
    }),
  );
  const csv = Papa.parse<string[]>(
    (await take(page, "Text with commas")).bytes.toString("utf8").replace(/^\uFEFF/, ""),
    {
      skipEmptyLines: true,
    },
  ).data;
  expect(csv[0]?.slice(0, 5)).toEqual(["Name", "E-mail", "Role", "Classes", "Status"]);
  expect(csv[0]?.[5]).toMatch(/^Joined \(/);
  expect(csv.slice(1).map(([name, , role, classes, status]) => ({ name, role, classes, status }))).toEqual(
    seen,
  );
  expect(csv[1]?.[5]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);

  const file = await take(page, "Excel workbook");
  expect(file.name).toMatch(/^stemblock-users-\d{4}-\d\d-\d\d\.xlsx$/);
  const book = read(file.bytes);
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  const table = utils.sheet_to_json<string[]>(sheet, { header: 1 });
  expect(table.slice(1).map(([name]) => name)).toEqual(seen.map(({ name }) => name));
});

async function take(page: Page, item: string) {
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: item }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("the keyboard alone finds, opens, selects and suspends", async ({ page }) => {
  await page.goto(LIST);
  await page.keyboard.press("/");
  await page.keyboard.type(`${tag} inigo`);
  await page.keyboard.press("Enter");
  await rowsOf(page, 1);
  await page.goto(`${LIST}?q=${tag}&role=PARENT`);
  await rowsOf(page, 3);
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: `Ana Brito ${tag}` })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(page.getByRole("link", { name: `Berta Cruz ${tag}` })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page, `Berta Cruz ${tag}`)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: `Berta Cruz ${tag}` })).toBeFocused();
  await expect(page).not.toHaveURL(/person=/);
  await page.keyboard.press("Space");
  await expect(page.getByText("1 selected")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Suspend", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Berta Cruz ${tag} is suspended`)).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Undo" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Berta Cruz ${tag} is back as before`)).toBeVisible();
});

test("on a phone nothing scrolls sideways and everything can be reached", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto(`${LIST}?q=${tag}&role=PARENT,COACH`);
  const rows = await rowsOf(page, 4);
  await expect(rows.filter({ hasText: "Ciro" }).getByText(`Coach · ${className}`)).toBeVisible();
  await expect(page.getByText(emailOf("ciro"))).toBeHidden();
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(375);
  await page.getByRole("checkbox", { name: `Select Ana Brito ${tag}` }).check();
  await page.getByRole("region", { name: "Selection" }).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Change role" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Clear selection" }).click();
  await page.getByRole("link", { name: `Ana Brito ${tag}` }).click();
  const sheet = page.getByRole("dialog", { name: `Ana Brito ${tag}` });
  await expect(sheet.getByText(emailOf("ana"))).toBeVisible();
  expect(await width()).toBe(375);
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(sheet).toBeHidden();
});
