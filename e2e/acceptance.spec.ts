import { enterAs } from "./fixtures/classes";
import { atSlug } from "./fixtures/hosts";
import { acceptAsNew, invite, linkIn, newEmail, PASSWORD } from "./fixtures/invitations";
import { expect, test } from "./fixtures/test";
import { ACCOUNTS } from "./pages";

const OTHER_ADDRESS = atSlug("andres-bello");
const OTHER_SCHOOL = { email: "direccion@andres-bello.example", password: "OrgAdmin123!" };

test("an invited person accepts from the mail and is in, once", async ({ page, browser, nextMail }) => {
  await enterAs(page, ACCOUNTS.admin);
  const email = newEmail();
  await invite(page, `Íngrid Sáez, ${email}, student, Robotics 1`);
  const link = linkIn(await nextMail(email));

  const own = await (await browser.newContext()).newPage();
  await own.goto(link);
  await expect(own.getByLabel("Your name")).toHaveValue("Íngrid Sáez");
  await own.getByLabel("Choose a password").fill("short");
  await own.getByRole("button", { name: "Accept and open my account" }).click();
  await expect(own.getByText("Use 8 characters or more.")).toBeVisible();
  await acceptAsNew(own, link, "Íngrid Sáez");
  await expect(own).toHaveURL("/student");
  await expect(own.getByRole("heading", { name: /Íngrid Sáez$/ })).toBeVisible();
  await own.goto(link);
  await expect(own.getByRole("heading", { name: "This invitation has been used" })).toBeVisible();
  await own.context().close();

  await page.goto(`/org-admin/invitations?q=${encodeURIComponent(email)}`);
  await expect(page.getByRole("row").filter({ hasText: email })).toContainText("Accepted");
});

test("whoever is signed in on the browser is told before the invited goes on", async ({ page, nextMail }) => {
  await enterAs(page, ACCOUNTS.admin);
  const email = newEmail();
  await invite(page, `${email}, parent`);
  await page.goto(linkIn(await nextMail(email)));
  await expect(page.getByText("Olivia Org is signed in on this browser.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Stay signed in as Olivia Org" })).toBeVisible();
  await page.getByRole("button", { name: `Go on as ${email}` }).click();
  await page.getByLabel("Your name").fill("Ñusta Çelik");
  await page.getByLabel("Choose a password").fill(PASSWORD);
  await page.getByRole("button", { name: "Accept and open my account" }).click();
  await expect(page).toHaveURL("/parent");
  await expect(page.getByRole("heading", { name: /Ñusta Çelik$/ })).toBeVisible();
});

test("one person, one school: the choice is told, and moving moves", async ({ page, browser, nextMail }) => {
  test.slow();
  await enterAs(page, ACCOUNTS.admin);
  const email = newEmail();
  await invite(page, `${email}, student`);
  const own = await (await browser.newContext()).newPage();
  await acceptAsNew(own, linkIn(await nextMail(email)), "Zoraida Ávila");
  await expect(own).toHaveURL("/student");

  const elsewhere = await (await browser.newContext()).newPage();
  await enterAs(elsewhere, OTHER_SCHOOL, OTHER_ADDRESS);
  await invite(elsewhere, `${email}, student`, `${OTHER_ADDRESS}/org-admin/invitations`);
  await elsewhere.context().close();
  const link = linkIn(await nextMail(email));

  const choose = async () => {
    await own.goto(link);
    await own.getByLabel("Password", { exact: true }).fill("not the password");
    await own.getByRole("button", { name: "Accept and sign in" }).click();
    await expect(own.getByText("This is not the password of your account.")).toBeVisible();
    await own.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await own.getByRole("button", { name: "Accept and sign in" }).click();
    await expect(own.getByRole("heading", { name: "You belong to StemBlock AI now" })).toBeFocused();
  };
  await choose();
  await own.getByRole("button", { name: "Stay at StemBlock AI" }).click();
  await expect(own.getByRole("main")).toContainText("StemBlock AI");
  await choose();
  await own.getByRole("radio", { name: /^Move to U\.E\. Andrés Bello/ }).check();
  await own.getByRole("button", { name: "Move to U.E. Andrés Bello" }).click();
  await expect(own.getByRole("main")).toContainText("U.E. Andrés Bello");
  await own.context().close();
});

test("a coach invites into own classes only", async ({ page, browser, nextMail }) => {
  test.slow();
  await enterAs(page, ACCOUNTS.coach);
  await page.goto("/coach");
  await expect(page.getByText("Robotics 1")).toBeVisible();
  const email = newEmail();
  await page.getByRole("link", { name: "Invite people" }).click();
  await expect(page.getByLabel("Class, where none is given").getByRole("option")).toHaveText(["Robotics 1"]);
  await expect(page.getByLabel("Role, where none is given").getByRole("option")).toHaveText([
    "Student",
    "Parent",
  ]);
  await page
    .getByLabel("People, one per line")
    .fill(`${newEmail()}, student, Robotics 2\n${newEmail()}, coach, Robotics 1\n${email}`);
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByRole("row").nth(1)).toContainText("Not your class");
  await expect(page.getByRole("row").nth(2)).toContainText("Not allowed");
  await expect(page.getByRole("row").nth(3)).toContainText("Ready");
  await page.getByRole("button", { name: "Send 1 invitation" }).click();
  await page.waitForURL(/\/coach\/invitations\/sendings\//);
  const link = linkIn(await nextMail(email));
  await page.goto("/coach/invitations");
  await expect(page.getByRole("row").filter({ hasText: email })).toContainText("Robotics 1");
  expect((await page.goto("/org-admin/invitations"))?.status()).toBe(404);

  const own = await (await browser.newContext()).newPage();
  await acceptAsNew(own, link, "Yusuf Öz");
  await expect(own).toHaveURL("/student");
  await own.context().close();
});

test("a link that leads nowhere has one way on", async ({ page }) => {
  for (const token of ["A".repeat(43), "x"]) {
    await page.goto(`/invitation/${token}`);
    await expect(page.getByRole("heading", { name: "This link leads to no invitation" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Go to the start" })).toBeVisible();
  }
});
