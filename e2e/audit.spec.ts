import { readFile } from "node:fs/promises";
import { read, utils } from "@e965/xlsx";
import type { Locator, Page } from "@playwright/test";
import Papa from "papaparse";
import { enterAs } from "./fixtures/classes";
import { ADMIN, addPeople, mutate, query, signInByApi } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

// One worker prepares the events that all these tests look at.
test.describe.configure({ mode: "default" });

const LOG = "/org-admin/audit";
const OF_ALL = "/admin/audit";
const PLATFORM = { email: "admin@test.com", password: "Admin123!" };

/** A word that only these people carry, so that other tests' events never come into the way. */
let tag = "";
let zoe = "";
const viewName = () => `Mine ${tag}`;

test.beforeAll(async ({ playwright, baseURL }) => {
  tag = `q${crypto.randomUUID().replace(/[^a-f]/g, "")}x`;
  zoe = `Zoé Ñáñez ${tag}`;
  const request = await playwright.request.newContext({ baseURL });
  await signInByApi(request, ADMIN);
  await addPeople(request, tag, [{ name: zoe, email: `zoe.${tag}@people.example`, role: "PARENT" }]);
  const { rows } = await query<{ rows: { id: string }[] }>(request, "user.list", { search: tag });
  const ids = rows.map(({ id }) => id);
  await mutate(request, "user.setRole", { ids, role: "COACH" });
  await mutate(request, "user.suspend", { ids });
  await mutate(request, "user.reactivate", { ids });
  await request.dispose();
});

test.beforeEach(async ({ page }) => {
  await enterAs(page, ADMIN);
});

const rowsOf = (page: Page) => page.locator("tbody tr[data-key]");
const row = (page: Page, text: string): Locator => rowsOf(page).filter({ hasText: text });

async function choose(page: Page, chip: string, option: string): Promise<void> {
  await page.getByRole("button", { name: chip, exact: true }).click();
  await page.getByRole("option", { name: option }).click();
  await page.keyboard.press("Escape");
}

test("words, kind, person and time narrow the log, and stay in the address", async ({ page }) => {
  await page.goto(LOG);
  await expect(rowsOf(page).first()).toBeVisible();
  await page.getByRole("searchbox", { name: "Search the log" }).fill(`zoe nanez ${tag}`);
  await expect(page).toHaveURL(/q=zoe/);
  await expect(row(page, `Changed the role of ${zoe} from Parent to Coach`)).toHaveCount(1);
  await expect(row(page, "Accepted the invitation as Parent")).toHaveCount(1);

  await choose(page, "Kind", "People");
  await expect(page).toHaveURL(/kind=people/);
  await expect(rowsOf(page)).toHaveCount(3);
  await page.reload();
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(rowsOf(page).first()).toContainText("Olivia Org");

  await page.getByRole("button", { name: "Who", exact: true }).click();
  await page.getByRole("searchbox", { name: "Name or e-mail" }).fill(tag);
  await page.getByRole("option", { name: zoe }).click();
  await expect(page).toHaveURL(/actor=/);
  await expect(page.getByRole("heading", { name: `No event matches “zoe nanez ${tag}”` })).toBeVisible();
  await page.getByRole("button", { name: "Clear filter: Kind" }).click();
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(page.getByRole("button", { name: `Who ${zoe}` })).toBeVisible();

  await choose(page, "When", "Today");
  await expect(page).toHaveURL(/period=today/);
  await expect(rowsOf(page)).toHaveCount(1);
  await page.goto(`${LOG}?q=${tag}&to=2020-01-01`);
  await expect(page.getByRole("heading", { name: `No event matches “${tag}”` })).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(new RegExp(`${LOG}$`));
});

test("one event opens beside the log with what changed and where it came from", async ({ page }) => {
  await page.goto(`${LOG}?q=${tag}&kind=people`);
  await page.getByRole("link", { name: `changed the role of ${zoe}` }).click();
  await expect(page).toHaveURL(/event=/);
  const panel = page.getByRole("complementary", { name: "Event" });
  await expect(
    panel.getByRole("heading", { name: `Changed the role of ${zoe} from Parent to Coach` }),
  ).toBeVisible();
  await expect(panel.getByRole("rowheader", { name: "Role" })).toBeVisible();
  await expect(panel.getByRole("row", { name: /Role Parent Coach/ })).toBeVisible();
  await expect(panel.getByText(/^(127\.0\.0\.1|::1|::ffff:127\.0\.0\.1|No address)$/)).toBeVisible();
  await expect(panel.getByText("The pages")).toBeVisible();
  await expect(panel.getByText(/^Place [\d,]+ in the chain, /)).toBeVisible();
  await page.reload();
  await expect(panel.getByText("No. 3")).toBeVisible();
  await panel.getByRole("button", { name: "Previous" }).click();
  await expect(panel.getByRole("heading", { name: `Suspended ${zoe}` })).toBeVisible();

  await panel.getByRole("link", { name: "All events about this" }).click();
  await expect(page).toHaveURL(/about=/);
  await expect(panel).toBeHidden();
  await expect(rowsOf(page)).toHaveCount(4);
  await page.goBack();
  await panel.getByRole("link", { name: zoe, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: zoe })).toBeVisible();
  await expect(page.getByText(/Olivia Org let .+ sign in again/)).toBeVisible();

  await page.goto(`${LOG}?event=01936d2e-7f5c-7000-8000-000000000000`);
  await expect(panel.getByText("There is nothing at this address")).toBeVisible();
});

test("the export holds what is seen, in words, and is an event itself", async ({ page }) => {
  await page.goto(`${LOG}?q=${tag}&kind=people`);
  await expect(rowsOf(page)).toHaveCount(3);
  const csv = Papa.parse<string[]>(
    (await take(page, "Text with commas")).bytes.toString("utf8").replace(/^\uFEFF/, ""),
    {
      skipEmptyLines: true,
    },
  ).data;
  expect(csv[0]?.[0]).toMatch(/^When \(/);
  expect(csv[0]?.slice(1, 4)).toEqual(["Who", "Acted as", "What"]);
  expect(csv.slice(1).map((cells) => cells[3])).toEqual([
    `Let ${zoe} sign in again`,
    `Suspended ${zoe}`,
    `Changed the role of ${zoe} from Parent to Coach`,
  ]);
  expect(csv[3]).toContain("Role: Parent → Coach");
  expect(csv[1]?.[0]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);

  const file = await take(page, "Excel workbook");
  expect(file.name).toMatch(/^stemblock-audit-\d{4}-\d\d-\d\d\.xlsx$/);
  const book = read(file.bytes);
  const table = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, { header: 1 });
  expect(table.map((cells) => cells[3])).toEqual(csv.map((cells) => cells[3]));
  await page.goto(`${LOG}?kind=views&period=today`);
  await expect(row(page, "Exported 3 events of this log").first()).toBeVisible();
});

async function take(page: Page, item: string) {
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: item }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("what the log shows can be kept as a view", async ({ page }) => {
  await page.goto(`${LOG}?q=${tag}&kind=people`);
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(viewName());
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const tab = page.getByRole("navigation").getByRole("link", { name: viewName() });
  await expect(tab).toHaveAttribute("aria-current", "page");
  await page.goto(LOG);
  await tab.click();
  await expect(rowsOf(page)).toHaveCount(3);
  await page.getByRole("button", { name: viewName() }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(tab).toBeHidden();
});

test("the log speaks Spanish, and nothing of it scrolls sideways on a phone", async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: "locale", value: "es", url: baseURL ?? "" }]);
  await page.goto(`${LOG}?q=${tag}&kind=people`);
  await expect(page.getByRole("heading", { level: 1, name: "Registro de actividad" })).toBeVisible();
  await expect(row(page, `Cambió el rol de ${zoe} de Representante a Docente`)).toHaveCount(1);
  await page.setViewportSize({ width: 375, height: 812 });
  await expect(row(page, "Olivia Org").first()).toBeVisible();
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(375);
  await page.getByRole("link", { name: `cambió el rol de ${zoe}` }).click();
  await expect(
    page.getByRole("dialog", { name: "Evento" }).getByRole("heading", { name: "Qué cambió" }),
  ).toBeVisible();
  expect(await width()).toBe(375);
});

test("the platform's admin sees the logs of all schools and the platform's own", async ({
  page,
  context,
}) => {
  await context.clearCookies();
  await enterAs(page, PLATFORM);
  await page.goto(`${OF_ALL}?q=${tag}&kind=people`);
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(rowsOf(page).first()).toContainText("StemBlock AI");
  await page.getByRole("button", { name: "School", exact: true }).click();
  await page.getByRole("searchbox", { name: "Name or address" }).fill("andres");
  await page.getByRole("option", { name: "U.E. Andrés Bello" }).click();
  await expect(page).toHaveURL(/school=/);
  await expect(page.getByRole("heading", { name: `No event matches “${tag}”` })).toBeVisible();
  await page.getByRole("button", { name: "Clear filter: School" }).click();

  await page.getByRole("link", { name: `changed the role of ${zoe}` }).click();
  const panel = page.getByRole("complementary", { name: "Event" });
  await expect(panel.getByText("StemBlock AI")).toBeVisible();
  await expect(panel.getByText(/^Place [\d,]+ in the chain, /)).toBeVisible();
  await panel.getByRole("button", { name: "Close" }).click();

  const file = await take(page, "Text with commas");
  expect(file.name).toMatch(/^platform-audit-\d{4}-\d\d-\d\d\.csv$/);
  const [head, ...lines] = Papa.parse<string[]>(file.bytes.toString("utf8"), { skipEmptyLines: true }).data;
  expect(head?.slice(1, 3)).toEqual(["School", "Who"]);
  expect(lines).toHaveLength(3);
  await page.goto(`${OF_ALL}?school=platform&kind=views`);
  await expect(row(page, "Exported 3 events of this log").first()).toContainText("The platform itself");
});

test("the log is the admin's alone", async ({ page, context }) => {
  await context.clearCookies();
  await enterAs(page, { email: "coach@test.com", password: "Coach123!" });
  await page.goto(LOG);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  await page.goto(OF_ALL);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  for (const log of ["audit", "platform-audit"])
    expect((await page.request.get(`/api/export/${log}?format=csv`)).status(), log).toBe(403);
});
