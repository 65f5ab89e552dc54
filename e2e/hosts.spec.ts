import { request as httpRequest } from "node:http";
import type { APIRequestContext, Page } from "@playwright/test";
import { atSlug, PLATFORM_URL } from "./fixtures/hosts";
import { mutate, query, signInByApi } from "./fixtures/people";
import { type OwnSchool, openSchool } from "./fixtures/school";
import { expect, shellAlive, test } from "./fixtures/test";
import { ACCOUNTS } from "./pages";

// Three schools on three hosts: the master of the demo, and two that no other test looks at.
test.describe.configure({ mode: "default" });

const MASTER = { name: "StemBlock AI", url: atSlug("stemblock") };
let one: OwnSchool;
let two: OwnSchool;
let platform: APIRequestContext;

test.beforeAll(async ({ playwright, baseURL }) => {
  [one, two] = await Promise.all([
    openSchool(playwright.request, baseURL),
    openSchool(playwright.request, baseURL),
  ]);
  platform = await playwright.request.newContext({ baseURL });
  await signInByApi(platform, ACCOUNTS.platform);
  for (const [school, color] of [
    [one, "#7a1f5c"],
    [two, "#1f4f7a"],
  ] as const)
    await mutate(school.request, "organization.update", {
      settings: { "branding.primaryColor": color, "contact.email": `oficina@${school.slug}.example` },
    });
});
test.afterAll(() => Promise.all([one.close(), two.close(), platform.dispose()]));

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** A request with exactly these headers, Host included. */
function ask(path: string, headers: Record<string, string>): Promise<Answer> {
  const { port } = new URL(PLATFORM_URL);
  return new Promise((resolve, reject) => {
    const call = httpRequest({ host: "127.0.0.1", port, path, headers }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        body += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    call.on("error", reject).end();
  });
}

const hostOf = (url: string) => new URL(url).host;

/** The cookie of the school's administrator, as a browser there would send it. */
async function cookieAt({ request }: OwnSchool): Promise<string> {
  const { cookies } = await request.storageState();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

const setStatus = (school: OwnSchool, status: "active" | "suspended") =>
  mutate(platform, "platform.updateOrganization", { organizationId: school.id, status });

async function fillSignIn(page: Page, email: string, password: string) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("each school is at its own address and sees itself alone", async ({ page, browser, signIn }) => {
  for (const school of [one, two]) {
    await page.goto(school.url);
    await expect(page.getByRole("heading", { level: 1, name: school.name })).toBeVisible();
    await signIn(page, school.admin.email, school.admin.password, school.url);
    await expect(page).toHaveURL(`${school.url}/org-admin`);
    await page.goto(`${school.url}/org-admin/users`);
    await expect(page.getByText("1 person who can sign in.")).toBeVisible();
    await expect(page.getByRole("button", { name: school.admin.name })).toBeVisible();
  }
  // Both are open in one browser, each at its own address; at a third one is a visitor.
  await page.goto(`${one.url}/org-admin`);
  await expect(page.locator("html")).toHaveCSS("--brand", "#7a1f5c");
  await page.goto(`${MASTER.url}/org-admin/users`);
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("complementary", { name: MASTER.name })).toBeVisible();
  await fillSignIn(page, one.admin.email, one.admin.password);
  await expect(page.locator("[data-form-error]")).toContainText(
    "E-mail and password do not belong together.",
  );
  const fresh = await (await browser.newContext()).newPage();
  await fresh.goto(`${two.url}/org-admin/classes`);
  await expect(fresh).toHaveURL(`${two.url}/sign-in?callbackUrl=%2Forg-admin%2Fclasses`);
  await expect(fresh.getByRole("complementary", { name: two.name })).toBeVisible();
  await fresh.context().close();
});

test("the cookie of one school is worth nothing at another, nor are forged headers", async () => {
  const cookie = await cookieAt(one);
  const own = await ask("/api/trpc/organization.get", { host: hostOf(one.url), cookie });
  expect([own.status, own.body.includes(one.name)]).toEqual([200, true]);
  for (const host of [hostOf(two.url), hostOf(MASTER.url), hostOf(PLATFORM_URL)]) {
    const answer = await ask("/api/trpc/organization.get", { host, cookie });
    expect(answer.status, host).toBe(401);
    expect((await ask("/org-admin", { host, cookie })).headers.location, host).toMatch(/^\/sign-in\?/);
  }
  const { id } = await query<{ id: string }>(two.request, "organization.get", undefined);
  const forged = {
    "x-forwarded-host": hostOf(two.url),
    "x-organization-id": id,
    "x-tenant": two.slug,
    "x-middleware-subrequest": "middleware:middleware:middleware",
  };
  const same = await ask("/api/trpc/organization.get", { host: hostOf(one.url), cookie, ...forged });
  expect([same.status, same.body.includes(one.name), same.body.includes(two.name)]).toEqual([
    200,
    true,
    false,
  ]);
});

test("an address without a school says so, in the visitor's language, to programs as a problem", async () => {
  const host = hostOf(atSlug("nobody-is-here"));
  for (const [language, words] of [
    ["en", "There is no school at this address"],
    ["es-VE,es;q=0.9", "No hay ningún colegio en esta dirección"],
  ] as const)
    for (const path of ["/", "/sign-in", "/org-admin"]) {
      const answer = await ask(path, { host, "accept-language": language });
      expect(answer.status).toBe(404);
      expect(answer.body).toContain(words);
    }
  const problem = await ask("/api/trpc/organization.get", { host });
  expect([problem.status, problem.headers["content-type"]]).toEqual([404, "application/problem+json"]);
  for (const odd of ["10.0.0.1", "evil.example", `a.b.${hostOf(PLATFORM_URL)}`])
    expect((await ask("/", { host: odd })).status, odd).toBe(404);
});

test("a suspension shows on the next request, in the school's colours, and all comes back after it", async ({
  page,
}) => {
  const cookie = await cookieAt(two);
  const host = hostOf(two.url);
  const headers = { host, cookie };
  await setStatus(two, "suspended");
  const closed = await ask("/org-admin", headers);
  expect([closed.status, closed.headers["retry-after"]]).toEqual([503, "3600"]);
  expect(closed.body).toContain("#1f4f7a");
  expect((await ask("/api/trpc/organization.get", headers)).status).toBe(503);
  expect((await ask("/org-admin", { host: hostOf(one.url), cookie: await cookieAt(one) })).status).toBe(200);
  expect((await page.request.get(two.url)).status()).toBe(503);
  await setStatus(two, "active");
  const again = await ask("/api/trpc/organization.get", headers);
  expect([again.status, again.body.includes(two.name)]).toEqual([200, true]);
});

test("the closed school's page stands by itself, and leads back in once it is open", async ({ browser }) => {
  // A context whose console is not watched: an answer of 503 is written there.
  const page = await (await browser.newContext({ colorScheme: "dark" })).newPage();
  await setStatus(two, "suspended");
  await page.goto(two.url);
  await expect(page.getByRole("heading", { name: "The school is closed for a moment" })).toBeVisible();
  await expect(page.getByText(two.name, { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: `oficina@${two.slug}.example` })).toBeVisible();
  await setStatus(two, "active");
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: two.name })).toBeVisible();
  await page.context().close();
});

test("the platform's own address tells what it is, and leads who signs in there to their school", async ({
  page,
}) => {
  await page.goto(PLATFORM_URL);
  await expect(
    page.getByRole("heading", { level: 1, name: "Every school, in a house of its own" }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${PLATFORM_URL}/sign-in`);
  await fillSignIn(page, one.admin.email, one.admin.password);
  await expect(page).toHaveURL(new RegExp(`^${one.url}/arrive`));
  await expect(page.getByRole("heading", { name: `Continue to ${one.name}` })).toBeVisible();
  await page.getByRole("button", { name: `Continue as ${one.admin.name}` }).click();
  await expect(page).toHaveURL(`${one.url}/org-admin`);
  // A page of a school that is asked for at the platform's address is shown at the school's.
  await page.goto(`${PLATFORM_URL}/org-admin/users?q=x`);
  await page.getByRole("button", { name: `Continue as ${one.admin.name}` }).click();
  await expect(page).toHaveURL(`${one.url}/org-admin/users?q=x`);
  await page.goto(`${PLATFORM_URL}/api/hand-off?to=${encodeURIComponent("//evil.example")}`);
  await page.getByRole("button", { name: /^Continue as/ }).click();
  await expect(page).toHaveURL(`${one.url}/org-admin`);
});

test("an administrator of the platform stays at its address, enters a suspended school and comes back", async ({
  page,
  signIn,
}) => {
  await signIn(page, ACCOUNTS.platform.email, ACCOUNTS.platform.password, PLATFORM_URL);
  await expect(page).toHaveURL(`${PLATFORM_URL}/admin`);
  await setStatus(two, "suspended");
  await page.goto(`${PLATFORM_URL}/admin?q=${two.slug}`);
  const token = await page.evaluate(async (organizationId) => {
    const answer = await fetch("/api/trpc/platform.enterOrganization", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ json: { organizationId, reason: "Looks why it is closed" } }),
    });
    return (await answer.json()).result.data.json.url as string;
  }, two.id);
  await page.goto(PLATFORM_URL + token);
  await page.getByRole("button", { name: /^Continue as/ }).click();
  await expect(page).toHaveURL(`${two.url}/org-admin`);
  await expect(page.getByRole("status").filter({ hasText: `You are in ${two.name}` })).toBeVisible();
  await shellAlive(page);
  await page.getByRole("button", { name: "Leave school" }).click();
  await expect(page).toHaveURL(`${PLATFORM_URL}/admin`);
  await setStatus(two, "active");
  const { rows } = await query<{ rows: { action: string }[] }>(two.request, "audit.list", { limit: 20 });
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["platform.entered", "platform.left"]),
  );
});
