import { WORKSHOP } from "../tests/support/workshop";
import { expectNoSeriousFinding } from "./fixtures/axe";
import { enterAs } from "./fixtures/classes";
import { atSlug, livingAt } from "./fixtures/hosts";
import { expect, test } from "./fixtures/test";

test.use(livingAt(() => atSlug(WORKSHOP.slug)));

const API = "/api/v1";

test("an admin makes a key, a program works with it, and it ends when it is revoked", async ({ page }) => {
  const { email, password } = WORKSHOP.admin;
  const ask = async (path: string, token: string) =>
    page.request.get(`${API}${path}`, { headers: { authorization: `Bearer ${token}` } });

  await enterAs(page, { email, password });
  await page.goto("/org-admin/settings/api-keys");
  await page.getByRole("button", { name: "Make a key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Make a key" }).click();
  await expect(dialog.getByText("Write what the key is for.")).toBeVisible();
  await dialog.getByLabel("Name").fill("Timetable");
  await dialog.getByLabel("See the classes").check();
  await expectNoSeriousFinding(page);
  await dialog.getByRole("button", { name: "Make a key" }).click();

  const made = page.getByRole("dialog", { name: "The key “Timetable” is made" });
  const key = await made.getByLabel("Key").inputValue();
  expect(key).toMatch(/^hr_[a-z0-9]{8}_[\w-]{43}$/);
  await expectNoSeriousFinding(page);
  await made.getByRole("button", { name: "I have copied it" }).click();

  const mine = await ask("/organizations/me", key);
  expect(mine.status()).toBe(200);
  expect(mine.headers()["cache-control"]).toBe("private, no-store");
  const { id, slug } = await mine.json();
  expect(slug).toBe(WORKSHOP.slug);
  expect((await ask(`/organizations/${id}/classes`, key)).status()).toBe(200);
  expect((await ask(`/organizations/${id}/users`, key)).status()).toBe(403);
  // The page's own cookie is no bearer.
  expect((await page.request.get(`${API}/organizations/me`)).status()).toBe(401);

  await page.reload();
  const row = page.getByRole("row").filter({ hasText: key.slice(0, 11) });
  await expect(row).toContainText("Works");
  await expect(page.getByText(key)).toHaveCount(0);
  await row.getByRole("button", { name: "Revoke Timetable" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke the key" }).click();
  await expect(row).toContainText("Revoked");
  expect((await ask("/organizations/me", key)).status()).toBe(401);

  await page.getByRole("link", { name: "How the API works" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "REST API" })).toBeVisible();
  await expectNoSeriousFinding(page);
});
