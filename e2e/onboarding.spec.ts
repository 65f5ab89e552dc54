import type { Page } from "@playwright/test";
import { expectGoodForAll } from "./fixtures/axe";
import { enterAs } from "./fixtures/classes";
import { atSlug, PLATFORM_URL } from "./fixtures/hosts";
import { newEmail, PASSWORD } from "./fixtures/invitations";
import { expect, type Mail, test } from "./fixtures/test";
import { fitsWidth } from "./fixtures/width";
import { ACCOUNTS } from "./pages";

/** The link in a school's invitation. */
function joinLink(mail: Mail): string {
  return /https?:\/\/\S+\/join\/[\w-]+/.exec(mail.text)?.[0] ?? "";
}

/** Letters alone: a figure could make a name that is no word. */
const newTag = () => crypto.randomUUID().replace(/[^a-f]/g, "");

async function inviteSchool(page: Page, name: string, email: string): Promise<void> {
  await page.goto("/admin/invitations");
  await page.getByRole("button", { name: "Invite a school" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite a school" });
  await dialog.getByLabel("Name of the school").fill(name);
  await dialog.getByLabel("Contact e-mail").fill(email);
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(dialog).toBeHidden();
}

async function openPanel(page: Page, name: string) {
  await page.goto(`/admin/invitations?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name }).click();
  const panel = page.getByRole("complementary", { name });
  await expect(panel).toBeVisible();
  return panel;
}

test("an invited school opens itself from the mail, and its admin signs in at its own address", async ({
  page,
  browser,
  nextMail,
}) => {
  test.setTimeout(120_000);
  const tag = newTag();
  const [name, email, slug] = [`Colegio Los Samanes ${tag}`, newEmail(), `samanes-${tag}`];
  await enterAs(page, ACCOUNTS.platform);
  await inviteSchool(page, name, email);
  const link = joinLink(await nextMail(email));
  expect(link).toContain(`${PLATFORM_URL}/join/`);

  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(link);
  const next = theirs.getByRole("button", { name: "Continue" });
  const step = (title: string) =>
    expect(theirs.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await step("What is your school called?");
  await expectGoodForAll(theirs, "school");
  const named = theirs.getByLabel("Name of the school");
  await expect(named).toHaveValue(name);
  await named.fill("");
  await next.click();
  await expect(theirs.getByText("Write the school's name.")).toBeVisible();
  await named.fill(name);
  await next.click();

  await step("Where will people find it?");
  const subdomain = theirs.getByLabel("Subdomain");
  await subdomain.fill("stemblock");
  await expect(theirs.getByText("stemblock belongs to another school.")).toBeVisible();
  await subdomain.fill("www");
  await expect(theirs.getByText("www is kept for the platform.")).toBeVisible();
  await expect(theirs.getByRole("group", { name: "Free:" }).getByRole("button")).toHaveCount(3);
  await expectGoodForAll(theirs, "address");
  await subdomain.fill(slug);
  await expect(theirs.getByText(`${slug} is free.`)).toBeVisible();
  await subdomain.press("Enter");

  await step("Who administers it?");
  await theirs.getByLabel("Your name").fill("Íngrid Sáez");
  await theirs.getByLabel("Choose a password").fill("short");
  await next.click();
  await expect(theirs.getByText("Use 8 characters or more.")).toBeVisible();
  await expectGoodForAll(theirs, "account");
  // What was typed is there after a reload, but for the password.
  await theirs.reload();
  await step("Who administers it?");
  await expect(theirs.getByLabel("Your name")).toHaveValue("Íngrid Sáez");
  await theirs.getByLabel("Choose a password").fill(PASSWORD);
  await next.click();

  await step("Give it its colour");
  await theirs.getByRole("button", { name: "Garnet" }).click();
  await theirs.getByLabel("Motto").fill("A la sombra, crecemos");
  await expect(theirs.getByText(/reads at/)).toBeVisible();
  await expectGoodForAll(theirs, "look");
  await next.click();
  await step("Which school year do you begin with?");
  await expectGoodForAll(theirs, "year");
  await next.click();
  await step("Ready to open");
  await expectGoodForAll(theirs, "summary");
  await theirs.getByRole("button", { name: "Open the school" }).click();

  await step(`${name} is open`);
  await expectGoodForAll(theirs, "done");
  // Whoever comes back by the link is led to the same school.
  await theirs.goto(link);
  await theirs.getByRole("link", { name: "Go to sign in" }).click();
  await theirs.waitForURL(`${atSlug(slug)}/sign-in**`);
  await expect(theirs.getByLabel("E-mail")).toHaveValue(email);
  await theirs.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await theirs.waitForURL(`${atSlug(slug)}/org-admin`);
  await expect(theirs.getByText(name).first()).toBeVisible();
  await theirs.context().close();

  const panel = await openPanel(page, name);
  await expect(panel.getByRole("link", { name: "Open the school" })).toBeVisible();
});

test("a revoked link says so until that is taken back, one sent again ends the one before; in Spanish on a phone", async ({
  page,
  browser,
  nextMail,
}) => {
  test.setTimeout(90_000);
  const [name, email] = [`Liceo ${newTag()}`, newEmail()];
  await enterAs(page, ACCOUNTS.platform);
  await inviteSchool(page, name, email);
  const first = joinLink(await nextMail(email));
  const panel = await openPanel(page, name);
  await panel.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText(`The invitation to ${name} is revoked`)).toBeVisible();

  const context = await browser.newContext({ viewport: { width: 375, height: 812 }, locale: "es-VE" });
  const theirs = await context.newPage();
  await theirs.goto(first);
  await expect(theirs.getByRole("heading", { name: "Esta invitación se anuló" })).toBeVisible();
  await expectGoodForAll(theirs, "revoked");

  await panel.getByRole("button", { name: "Undo the revocation" }).click();
  await expect(panel.getByRole("button", { name: "Send again" })).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "¿Cómo se llama tu colegio?" })).toBeVisible();
  await theirs.getByRole("button", { name: "Continuar" }).click();
  await expect(theirs.getByRole("heading", { name: "¿En qué dirección estará?" })).toBeVisible();
  expect(await fitsWidth(theirs)).toBe(true);
  await theirs.goBack();
  await expect(theirs.getByRole("heading", { name: "¿Cómo se llama tu colegio?" })).toBeVisible();

  await panel.getByRole("button", { name: "Send again" }).click();
  const second = joinLink(await nextMail(email));
  expect(second).not.toBe(first);
  await theirs.goto(first);
  await expect(theirs.getByRole("heading", { name: "Este enlace no abre nada" })).toBeVisible();
  await context.close();
});

test("a list of schools is judged line by line, then invited", async ({ page }) => {
  const tag = newTag();
  await enterAs(page, ACCOUNTS.platform);
  await page.goto("/admin/import");
  await page
    .getByLabel("Schools, one per line")
    .fill(`nombre;contacto;subdominio\nColegio ${tag} Uno;uno@${tag}.example;\nColegio Dos;dos;www\n`);
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Colegio Dos" })).toContainText(
    "The address has no @.",
  );
  await expectGoodForAll(page, "checked");
  await page.getByRole("button", { name: "Invite 1 school" }).click();
  await expect(page.getByText("1 of 2 schools is invited")).toBeVisible();
  await page.getByRole("link", { name: "See the invitations" }).click();
  await expect(page.getByRole("link", { name: `Colegio ${tag} Uno` })).toBeVisible();
});
