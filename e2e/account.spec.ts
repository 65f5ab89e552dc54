import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";

const PASSWORD = "Turpial azul 9";

/** An account of this test alone, so that no other test's sessions end with its own. */
async function newcomer(page: Page, nextMail: (to: string) => Promise<{ text: string }>): Promise<string> {
  const email = `account-${crypto.randomUUID()}@people.example`;
  await page.goto("/register");
  await page.getByLabel("Name and surname").fill("Zoraida Ávila");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Look in your mailbox.")).toBeVisible();
  const token = /token=([\w-]+)/.exec((await nextMail(email)).text)?.[1];
  await page.goto(`/verify-email?token=${token}`);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Confirm my address" }).click();
  await expect(page.getByText("Your account is open.")).toBeVisible();
  return email;
}

test("the account page asks who one is first", async ({ page }) => {
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
});

test("a device is signed out from another one at once", async ({ page, browser, nextMail, signIn }) => {
  const email = await newcomer(page, nextMail);
  const phone = await (await browser.newContext()).newPage();
  await signIn(phone, email, PASSWORD);
  await signIn(page, email, PASSWORD);
  await page.goto("/account");
  const devices = page.getByRole("region", { name: "Where you are signed in" });
  await expect(devices.getByRole("listitem")).toHaveCount(2);
  await expect(devices.getByRole("listitem").first()).toContainText("This device");
  await devices.getByRole("button", { name: /^Sign out: / }).click();
  await expect(devices.getByRole("listitem")).toHaveCount(1);
  await phone.goto("/account");
  await expect(phone).toHaveURL(/\/sign-in/);
  await phone.context().close();
});

test("signing out everywhere ends this device too", async ({ page, nextMail, signIn }) => {
  const email = await newcomer(page, nextMail);
  await signIn(page, email, PASSWORD);
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL("/sign-in");
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
});

test("the password is changed by who knows it, told by mail, and ends the other sessions", async ({
  page,
  browser,
  nextMail,
  signIn,
}) => {
  const email = await newcomer(page, nextMail);
  const phone = await (await browser.newContext()).newPage();
  await signIn(phone, email, PASSWORD);
  await signIn(page, email, PASSWORD);
  await page.goto("/account");
  await page.getByLabel("Current password").fill("not the password");
  await page.getByLabel("New password").fill("Guacamaya roja 3");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This is not your current password.")).toBeVisible();
  await expect(page.getByLabel("New password")).toHaveValue("Guacamaya roja 3");
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed; you were signed out on 1 other device")).toBeVisible();
  await nextMail(email);
  await phone.goto("/account");
  await expect(phone).toHaveURL(/\/sign-in/);
  await phone.context().close();
});

test("language, theme and density come along to the next device", async ({
  page,
  browser,
  nextMail,
  signIn,
}) => {
  const email = await newcomer(page, nextMail);
  await signIn(page, email, PASSWORD);
  await page.goto("/account");
  const saved = () => page.waitForResponse((answer) => answer.url().includes("account.updatePreferences"));
  for (const choice of ["Dark", "Compact", "Español"]) {
    const done = saved();
    await page.getByRole("radio", { name: choice }).check();
    await done;
  }
  await expect(page.getByRole("heading", { name: "Tu cuenta" })).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await signIn(other, email, PASSWORD);
  await expect(other.locator("html")).toHaveAttribute("lang", "es-VE");
  await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(other.locator("html")).toHaveAttribute("data-density", "compact");
  await other.context().close();
});
