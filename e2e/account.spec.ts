import type { Page } from "@playwright/test";
import { enterAs } from "./fixtures/classes";
import { ADMIN, addPeople, PASSWORD as INVITED_PASSWORD, mutate, signInByApi } from "./fixtures/people";
import { expect, type Mail, test } from "./fixtures/test";

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

test("a device is signed out from another one at once", async ({ page, browser, nextMail }) => {
  const email = await newcomer(page, nextMail);
  const phone = await (await browser.newContext()).newPage();
  await enterAs(phone, { email, password: PASSWORD });
  await enterAs(page, { email, password: PASSWORD });
  await page.goto("/account/security");
  const devices = page.getByRole("region", { name: "Where you are signed in" });
  await expect(devices.getByRole("listitem")).toHaveCount(2);
  await expect(devices.getByRole("listitem").first()).toContainText("This device");
  await devices.getByRole("button", { name: /^Sign out: / }).click();
  await expect(devices.getByRole("listitem")).toHaveCount(1);
  await phone.goto("/account");
  await expect(phone).toHaveURL(/\/sign-in/);
  await phone.context().close();
});

test("signing out everywhere ends this device too", async ({ page, nextMail }) => {
  const email = await newcomer(page, nextMail);
  await enterAs(page, { email, password: PASSWORD });
  await page.goto("/account/security");
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
}) => {
  const email = await newcomer(page, nextMail);
  const phone = await (await browser.newContext()).newPage();
  await enterAs(phone, { email, password: PASSWORD });
  await enterAs(page, { email, password: PASSWORD });
  await page.goto("/account/security");
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
  await enterAs(page, { email, password: PASSWORD });
  await page.goto("/account/look");
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

/** The path of the link with a token in a message. */
function linkIn({ text }: Mail): string {
  const { pathname, search } = new URL(/https?:\/\/\S+token=[\w-]+/.exec(text)?.[0] ?? "");
  return pathname + search;
}

/** A picture that the browser draws itself: one colour left, another right. */
async function picture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 900;
    canvas.height = 600;
    const pen = canvas.getContext("2d");
    if (pen) {
      pen.fillStyle = "#8c2f39";
      pen.fillRect(0, 0, 450, 600);
      pen.fillStyle = "#1d4e9e";
      pen.fillRect(450, 0, 450, 600);
    }
    return canvas.toDataURL("image/png").split(",")[1] ?? "";
  });
  return Buffer.from(base64, "base64");
}

test("name, telephone and photo are changed in place, and shown where the school shows the person", async ({
  page,
  browser,
  nextMail,
}) => {
  const email = await newcomer(page, nextMail);
  await enterAs(page, { email, password: PASSWORD });
  await page.goto("/account");
  const save = page.getByRole("button", { name: "Save profile" });
  await expect(save).toBeDisabled();
  await page.getByLabel("Name and surname").fill("");
  await page.getByLabel("Telephone").fill("call me");
  await save.click();
  await expect(page.getByText("Write a name.")).toBeVisible();
  await expect(page.getByLabel("Name and surname")).toBeFocused();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByLabel("Name and surname")).toHaveValue("Zoraida Ávila");

  const name = `Íngrid ${email.slice(8, 16)}`;
  await page.getByLabel("Name and surname").fill(`  ${name} `);
  await page.getByLabel("Telephone").fill("+58 241 555 0100");
  const state = (words: string) => page.getByRole("status").filter({ hasText: words });
  await expect(state("2 changes not saved")).toBeVisible();
  await save.click();
  await expect(state("All changes saved")).toBeVisible();
  await expect(page.getByLabel("Name and surname")).toHaveValue(name);
  await expect(page.getByRole("complementary").getByText(name)).toBeVisible();

  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "me.png", mimeType: "image/png", buffer: await picture(page) });
  await expect(page.getByText("Photo saved")).toBeVisible();
  const shown = page.getByRole("complementary").locator("img[data-avatar]");
  await expect(shown).toHaveJSProperty("naturalWidth", 256);

  const office = await (await browser.newContext()).newPage();
  await enterAs(office, ADMIN);
  await office.goto(`/org-admin/users?q=${encodeURIComponent(email)}`);
  await expect(office.getByRole("row").filter({ hasText: name }).locator("img[data-avatar]")).toBeVisible();
  await office.getByRole("row").filter({ hasText: name }).getByRole("link").click();
  const panel = office.getByRole("complementary", { name });
  await expect(panel.getByText("+58 241 555 0100")).toBeVisible();
  await office.context().close();

  await page.getByRole("button", { name: "Remove photo" }).click();
  await expect(shown).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(shown).toHaveJSProperty("naturalWidth", 256);
});

test("on a phone what is not saved waits at the foot of the page", async ({ page, nextMail }) => {
  const email = await newcomer(page, nextMail);
  await enterAs(page, { email, password: PASSWORD });
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto("/account");
  const save = page.getByRole("button", { name: "Save profile" });
  await expect(page.getByLabel("Telephone")).toBeVisible();
  await expect(save).toHaveCount(0);
  await page.getByLabel("Telephone").fill("+58 241 555 0101");
  await expect(save).toBeInViewport();
  await page.getByRole("link", { name: "Notices" }).click();
  const asked = page.getByRole("alertdialog");
  await asked.getByRole("button", { name: "Cancel" }).click();
  await save.click();
  await expect(page.getByRole("status").filter({ hasText: "All changes saved" })).toBeVisible();
  await page.getByRole("link", { name: "Notices" }).click();
  await expect(page).toHaveURL("/account/notifications");
});

test("what is no picture is refused in words", async ({ page, nextMail }) => {
  const email = await newcomer(page, nextMail);
  await enterAs(page, { email, password: PASSWORD });
  await page.goto("/account");
  await page.locator("input[type=file]").setInputFiles({
    name: "me.svg",
    mimeType: "image/svg+xml",
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
  });
  await expect(page.getByRole("main").getByRole("alert")).toContainText("SVG");
});

test("an e-mail is changed by both mailboxes, and by a press alone", async ({ page, browser, nextMail }) => {
  const email = await newcomer(page, nextMail);
  const next = `renewed-${crypto.randomUUID()}@people.example`;
  const phone = await (await browser.newContext()).newPage();
  await enterAs(phone, { email, password: PASSWORD });
  await enterAs(page, { email, password: PASSWORD });
  await page.goto("/account");
  await page.getByRole("button", { name: "Change e-mail" }).click();
  const dialog = page.getByRole("dialog", { name: "Change your e-mail" });
  await dialog.getByLabel("New e-mail").fill(next);
  await dialog.getByLabel("Your password", { exact: true }).fill("not the password");
  await dialog.getByRole("button", { name: "Send both links" }).click();
  await expect(dialog.getByText("This is not your current password.")).toBeVisible();
  await dialog.getByLabel("Your password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Send both links" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`${next} is to take its place.`)).toBeVisible();
  await expect(page.getByText("Waits for its link")).toHaveCount(2);

  const [oldLink, newLink] = [linkIn(await nextMail(email)), linkIn(await nextMail(next))];
  const reader = await (await browser.newContext()).newPage();
  // Programs that look into every link change nothing.
  for (const path of [oldLink, newLink]) expect((await reader.request.get(path)).ok()).toBe(true);
  await reader.goto(newLink);
  await expect(reader.getByText("not confirmed yet")).toHaveCount(2);
  await expect(reader.getByText(email)).toHaveCount(0);
  await reader.getByRole("button", { name: "Confirm this address" }).click();
  await expect(reader.getByText("This address is confirmed.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Waits for its link")).toHaveCount(1);

  await page.goto(oldLink);
  await page.getByRole("button", { name: "Confirm this address" }).click();
  await expect(page.getByText("The change has taken effect.")).toBeVisible();
  for (const address of [email, next]) expect((await nextMail(address)).text).toContain(next);
  await phone.goto("/account");
  await expect(phone).toHaveURL(/\/sign-in/);
  await page.goto("/account");
  await expect(page.getByRole("main").getByText(next)).toBeVisible();
  await enterAs(phone, { email: next, password: PASSWORD });
  await reader.goto(newLink);
  await expect(reader.getByRole("heading", { name: "The change has taken effect." })).toBeVisible();
  for (const other of [phone, reader]) await other.context().close();
});

test("a change of e-mail is sent again, given up, and stopped by whoever did not ask for it", async ({
  page,
  browser,
  nextMail,
}) => {
  const email = await newcomer(page, nextMail);
  await enterAs(page, { email, password: PASSWORD });
  const ask = async () => {
    await page.goto("/account");
    await page.getByRole("button", { name: "Change e-mail" }).click();
    await page.getByLabel("New e-mail").fill(`next-${crypto.randomUUID()}@people.example`);
    await page.getByLabel("Your password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Send both links" }).click();
    return linkIn(await nextMail(email));
  };
  const first = await ask();
  await page.getByRole("button", { name: "Send the links again" }).click();
  await expect(page.getByText("Sent again to whom has not confirmed")).toBeVisible();
  const second = linkIn(await nextMail(email));
  await page.getByRole("button", { name: "Give the change up" }).click();
  await expect(page.getByText("is to take its place")).toHaveCount(0);
  const owner = await (await browser.newContext()).newPage();
  await owner.goto(first);
  await expect(owner.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await owner.goto(second);
  await expect(owner.getByRole("heading", { name: "This change was given up" })).toBeVisible();

  await owner.goto(`${await ask()}&answer=stop`);
  await owner.getByRole("button", { name: "Stop it and sign out everywhere" }).click();
  await expect(owner.getByText("It is stopped.")).toBeVisible();
  await expect(owner.getByRole("link", { name: "Choose a new password" })).toBeVisible();
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
  await owner.context().close();
});

test("notices come as they were chosen, and say where to choose", async ({ page, request, nextMail }) => {
  const tag = `told${crypto.randomUUID().slice(0, 8)}`;
  const email = `${tag}@people.example`;
  await signInByApi(request, ADMIN);
  await addPeople(request, tag, [{ name: `Luz ${tag}`, email, role: "PARENT" }]);
  await nextMail(email);
  const people = await request.get("/api/trpc/user.list", {
    params: { input: JSON.stringify({ json: { search: tag } }) },
  });
  const id = (await people.json()).result.data.json.rows[0].id;
  const become = (role: string) => mutate(request, "user.setRole", { ids: [id], role });
  await become("STUDENT");
  expect((await nextMail(email)).text).toContain("You are a student now.");

  await enterAs(page, { email, password: INVITED_PASSWORD });
  await page.goto("/account/notifications");
  const membership = page.getByRole("switch", { name: "My place in the school" });
  await expect(membership).toBeChecked();
  await expect(page.getByText("Always on")).toHaveCount(2);
  const kept = page.waitForResponse((answer) => answer.url().includes("account.updateNotices"));
  await membership.uncheck();
  await kept;
  await page.reload();
  await expect(membership).not.toBeChecked();
  await become("PARENT");
  await page.getByRole("switch", { name: "My place in the school" }).check();
  await become("STUDENT");
  // Of the two acts the first was told to nobody.
  expect((await nextMail(email)).text).toContain("You are a student now.");
});

test("one's own data comes as a file, and to nobody else", async ({ page, browser, nextMail }) => {
  const email = await newcomer(page, nextMail);
  await enterAs(page, { email, password: PASSWORD });
  await page.goto("/account/data");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download my data" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^homeroom-\d{4}-\d\d-\d\d\.json$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  const data = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  expect(data).toMatchObject({
    account: { email },
    memberships: [{ role: "STUDENT" }],
    school: { photo: null },
  });
  const stranger = await browser.newContext();
  expect((await stranger.request.get("/api/export/my-data")).status()).toBe(401);
  const answer = await page.request.get("/api/export/my-data", {
    headers: { "sec-fetch-site": "cross-site" },
  });
  expect(answer.status()).toBe(403);
  await stranger.close();
});
