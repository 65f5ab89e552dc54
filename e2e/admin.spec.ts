import type { Page } from "@playwright/test";
import { enterAs } from "./fixtures/classes";
import { atSlug } from "./fixtures/hosts";
import { expect, test } from "./fixtures/test";

const PLATFORM = { email: "admin@test.com", password: "Admin123!" };
const SCHOOL = "U.E. Andrés Bello";
/** Its own address, where a visit takes place. */
const THERE = atSlug("andres-bello");
const PERSON = "Alumna Andrés Bello";
const PRINCIPAL = { email: "direccion@andres-bello.example", password: "OrgAdmin123!" };

async function enter(page: Page, reason: string, way?: "Look and change"): Promise<void> {
  await page.getByRole("button", { name: `Enter ${SCHOOL}` }).click();
  const dialog = page.getByRole("dialog", { name: `Enter ${SCHOOL}` });
  await dialog.getByLabel("Why you enter").fill(reason);
  if (way) await dialog.getByLabel(way).check();
  await dialog.getByRole("button", { name: "Enter school" }).click();
  // On localhost no cookie tells the school's address that it is the same browser.
  await page.getByRole("button", { name: "Continue as Ada Platform" }).click();
  await page.waitForURL(`${THERE}/org-admin`);
}

const banner = (page: Page) => page.getByRole("status").filter({ hasText: "as platform admin" });

test("the platform's admin looks into a school, changes nothing, and the school reads of it", async ({
  page,
  browser,
}) => {
  const reason = `Ticket ${crypto.randomUUID()}`;
  await enterAs(page, PLATFORM);
  await page.goto("/");
  await expect(page).toHaveURL(/\/admin$/);
  await page.getByRole("searchbox", { name: "Search schools" }).fill("andres bello");
  await expect(page.locator("tbody tr[data-key]")).toHaveCount(1);

  await page.getByRole("button", { name: `Enter ${SCHOOL}` }).click();
  const dialog = page.getByRole("dialog", { name: `Enter ${SCHOOL}` });
  await dialog.getByRole("button", { name: "Enter school" }).click();
  await expect(dialog.getByText("Say in at least 5 characters why you enter")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await enter(page, reason);

  await expect(banner(page)).toContainText(`You are in ${SCHOOL}`);
  await expect(banner(page)).toContainText("30 min");
  await page.goto(`${THERE}/admin`);
  await expect(page).toHaveURL(`${THERE}/org-admin`);
  await page.goto(`${THERE}/org-admin/users`);
  await page.getByRole("link", { name: PERSON }).click();
  const panel = page.getByRole("complementary", { name: PERSON });
  await panel.getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByText("You are here to look only.")).toBeVisible();
  await page.reload();
  await expect(panel.getByRole("button", { name: "Suspend" })).toBeVisible();
  await page.goto(`${THERE}/org-admin/audit`);
  await expect(page.getByRole("button", { name: "Export" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Save view" })).toBeHidden();
  await page.goto(`${THERE}/account`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(banner(page)).toBeVisible();

  await page.getByRole("button", { name: "Leave school" }).click();
  await page.waitForURL("**/admin");
  await expect(banner(page)).toBeHidden();
  await page.goto("/org-admin/users");
  await expect(page.getByRole("link", { name: "Olivia Org" })).toBeVisible();
  await expect(page.getByRole("link", { name: PERSON })).toBeHidden();

  const theirs = await (await browser.newContext()).newPage();
  await enterAs(theirs, PRINCIPAL, THERE);
  await theirs.goto(`${THERE}/org-admin/audit?kind=platform&actor=platform`);
  const rows = theirs.locator("tbody tr[data-key]");
  const entered = rows.filter({ hasText: reason });
  await expect(entered).toContainText(/entered the school from the platform.*Ada PlatformPlatform/);
  await expect(rows.filter({ hasText: "Left the school again" }).first()).toBeVisible();
  await theirs.context().close();
});

test("a page of a school that was left elsewhere saves nothing into another", async ({ page, context }) => {
  await enterAs(page, PLATFORM);
  await page.goto("/admin");
  await enter(page, "A look at who can be suspended", "Look and change");
  await expect(banner(page)).toContainText("written to the school’s audit log");
  await page.goto(`${THERE}/org-admin/users`);
  await page.getByRole("link", { name: PERSON }).click();
  const panel = page.getByRole("complementary", { name: PERSON });
  await expect(panel.getByRole("button", { name: "Suspend" })).toBeVisible();

  const other = await context.newPage();
  await other.goto(`${THERE}/org-admin`);
  await other.getByRole("button", { name: "Leave school" }).click();
  await other.waitForURL("**/admin");
  await panel.getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
});

test("nobody else has the list of schools", async ({ page }) => {
  await enterAs(page, { email: "orgadmin@test.com", password: "OrgAdmin123!" });
  await page.goto("/admin");
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Enter/ })).toBeHidden();
});
