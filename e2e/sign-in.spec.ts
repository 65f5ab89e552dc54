import type { Page } from "@playwright/test";
import { expect, type Mail, test } from "./fixtures/test";

const NEW_PASSWORD = "Turpial azul 9";

function newEmail(): string {
  return `newcomer-${crypto.randomUUID()}@people.example`;
}

function linkIn(mail: Mail): string {
  const url = /https?:\/\/\S+token=[\w-]+/.exec(mail.text)?.[0] ?? "";
  const { pathname, search } = new URL(url);
  return pathname + search;
}

async function fillRegistration(page: Page, email: string, password = NEW_PASSWORD) {
  await page.goto("/register");
  await page.getByLabel("Name and surname").fill("Íngrid Sáez");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
}

async function register(page: Page, email: string, nextMail: (to: string) => Promise<Mail>) {
  await fillRegistration(page, email);
  await expect(page.getByText("Look in your mailbox.")).toBeVisible();
  await page.goto(linkIn(await nextMail(email)));
  await page.getByLabel("Password", { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Confirm my address" }).click();
  await expect(page.getByText("Your account is open.")).toBeVisible();
}

test("each role lands where it begins", async ({ browser, signIn }) => {
  const landings = [
    ["orgadmin@test.com", "OrgAdmin123!", "/org-admin"],
    ["coach@test.com", "Coach123!", "/coach"],
    ["alex@test.com", "Student123!", "/student"],
    ["parent@test.com", "Parent123!", "/parent"],
  ] as const;
  for (const [email, password, landing] of landings) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await signIn(page, email, password);
    await expect(page).toHaveURL(landing);
    await context.close();
  }
});

test("a wrong password and an unknown e-mail read the same, keep what was typed and say the way on", async ({
  page,
}) => {
  const refused = "E-mail and password do not belong together.";
  for (const email of ["alex@test.com", newEmail()]) {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: refused })).toBeVisible();
    await expect(page.getByLabel("E-mail")).toHaveValue(email);
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("not the password");
  }
});

test("a mistyped address is named at its field before anything is sent", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("alex.test.com");
  await page.getByLabel("Password", { exact: true }).fill("x");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("The address has no @.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toBeFocused();
});

test("attempts are limited, and the page says when to try again", async ({ page }) => {
  const email = newEmail();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  const csrf = await page.request.get("/api/auth/csrf").then((answer) => answer.json());
  const attempt = () =>
    page.request.post("/api/auth/callback/credentials", {
      form: { email, password: "not the password", json: "true", csrfToken: csrf.csrfToken },
    });
  await Promise.all(Array.from({ length: 10 }, attempt));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/tried too often. Wait 1[45] minutes/)).toBeVisible();
});

test("after signing in one is where one wanted to go, and never on another site", async ({ page }) => {
  const visit = async (callbackUrl: string) => {
    await page.context().clearCookies();
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`);
    await page.getByLabel("E-mail").fill("alex@test.com");
    await page.getByLabel("Password", { exact: true }).fill("Student123!");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    return new URL(page.url()).pathname;
  };
  expect(await visit("/account")).toBe("/account");
  for (const evil of ["//evil.example/x", "/\\evil.example", "https://evil.example/", "javascript:alert(1)"])
    expect(await visit(evil)).toBe("/student");
});

test("the sign-in route takes no post from another site, and answers for no host but ours", async ({
  request,
}) => {
  const form = { email: "alex@test.com", password: "Student123!", json: "true" };
  const foreign = await request.post("/api/auth/callback/credentials", {
    form,
    headers: { origin: "https://evil.example" },
  });
  expect(foreign.status()).toBe(403);
  const providers = await request.get("/api/auth/providers", {
    headers: { "x-forwarded-host": "evil.example" },
  });
  expect(await providers.text()).not.toContain("evil.example");
});

test("the session's cookie is out of reach of scripts and of other sites", async ({ page, signIn }) => {
  await signIn(page, "alex@test.com", "Student123!");
  const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith("homeroom.session"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});

test("somebody new registers, confirms by mail and signs in as a student", async ({
  page,
  nextMail,
  signIn,
}) => {
  const email = newEmail();
  await register(page, email, nextMail);
  await signIn(page, email, NEW_PASSWORD);
  await expect(page).toHaveURL("/student");
});

test("a weak password is refused at its field, and nothing else that was typed is lost", async ({ page }) => {
  const email = newEmail();
  await fillRegistration(page, email, "password123");
  await expect(page.getByText("This password is among the first that are tried.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await expect(page.getByLabel("Name and surname")).toHaveValue("Íngrid Sáez");
});

test("who has an account and registers again sees the same page, and is told by mail", async ({
  page,
  nextMail,
}) => {
  const email = newEmail();
  await register(page, email, nextMail);
  await fillRegistration(page, email);
  await expect(page.getByText("Look in your mailbox.")).toBeVisible();
  expect((await nextMail(email)).text).not.toContain("token=");
});

test("a forgotten password is replaced by a link that works once and ends all sessions", async ({
  page,
  browser,
  nextMail,
  signIn,
}) => {
  const email = newEmail();
  await register(page, email, nextMail);
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, email, NEW_PASSWORD);

  await page.goto("/sign-in");
  await page.getByRole("link", { name: "I forgot it" }).click();
  await expect(page).toHaveURL("/forgot-password");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("Look in your mailbox.")).toBeVisible();
  const link = linkIn(await nextMail(email));

  await page.goto(link);
  await page.getByLabel("New password").fill("Guacamaya roja 3");
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByText("Your new password is in place.")).toBeVisible();
  await elsewhere.goto("/account");
  await expect(elsewhere).toHaveURL(/\/sign-in/);

  await page.goto(link);
  await page.getByLabel("New password").fill("Guacamaya roja 4");
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByText("This link was used already")).toBeVisible();
  await signIn(page, email, "Guacamaya roja 3");
  await elsewhere.context().close();
});

test("a link that is cut off says so and offers a way on", async ({ page }) => {
  await page.goto("/reset-password?token=abc");
  await expect(page.getByText("The link is not complete.")).toBeVisible();
  await page.getByRole("link", { name: "Ask for a new link" }).click();
  await expect(page).toHaveURL("/forgot-password");
});

test("language and theme change at once on the signed-out pages, and what was typed stays", async ({
  page,
}) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("alex@test.com");
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { name: "Hola de nuevo" })).toBeVisible();
  await expect(page.getByLabel("Correo electrónico")).toHaveValue("alex@test.com");
  await expect(page.locator("html")).toHaveAttribute("lang", "es-VE");
  await page.getByRole("button", { name: "Tema" }).click();
  await page.getByRole("menuitemradio", { name: "Oscuro" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("the language and the theme that were chosen before signing in stay", async ({
  page,
  context,
  baseURL,
}) => {
  const url = baseURL ?? "";
  await context.addCookies([
    { name: "locale", value: "es", url },
    { name: "theme", value: "dark", url },
  ]);
  await page.goto("/sign-in");
  await page.getByLabel("Correo electrónico").fill("parent@test.com");
  await page.getByLabel("Contraseña", { exact: true }).fill("Parent123!");
  await page.getByRole("button", { name: "Entrar" }).click();
  await expect(page).toHaveURL("/parent");
  await expect(page.locator("html")).toHaveAttribute("lang", "es-VE");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
