import { enterAs } from "./fixtures/classes";
import { expect, test } from "./fixtures/test";
import { ACCOUNTS, PAGES } from "./pages";

const behindSignIn = Object.values(PAGES).filter(({ as, path }) => as !== "visitor" && path !== "/");

test("no page behind sign-in opens to a visitor, by whatever door", async ({ request }) => {
  const forged: Record<string, string>[] = [
    {},
    { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
    { "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { "x-forwarded-host": "evil.example", "x-matched-path": "/" },
  ];
  const suffixes = [".rsc", ".segments/_tree.segment.rsc", "/_next/data/x.json"];
  test.setTimeout(30_000 + behindSignIn.length * 1_000);
  for (const { path } of behindSignIn) {
    const askForged = async (headers: Record<string, string>) => {
      const answer = await request.get(path, { headers, maxRedirects: 0 });
      const body = await answer.text();
      expect(body, path).not.toContain("orgadmin@test.com");
      const refused = [303, 307, 308, 401, 404].includes(answer.status()) || body.includes("NEXT_REDIRECT");
      expect(refused, `${path} ${JSON.stringify(headers)} ${answer.status()}`).toBe(true);
    };
    const askBehind = async (suffix: string) => {
      const answer = await request.get(`${path.split("?")[0]}${suffix}`, { maxRedirects: 0 });
      expect(await answer.text()).not.toContain("orgadmin@test.com");
    };
    await Promise.all([...forged.map(askForged), ...suffixes.map(askBehind)]);
  }
});

test("every answer carries the headers, each page a nonce of its own", async ({ request }) => {
  const nonces = new Set<string>();
  for (const path of ["/sign-in", "/sign-in", "/register", "/not-there"]) {
    const headers = (await request.get(path)).headers();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).not.toMatch(/style-src [^;]*unsafe/);
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
    expect(headers["x-powered-by"]).toBeUndefined();
  }
  expect(nonces.size).toBe(4);
});

test("what is personal is never kept by a cache", async ({ page }) => {
  await enterAs(page, ACCOUNTS.admin);
  for (const path of [
    "/org-admin/users",
    "/account",
    "/api/trpc/organization.get",
    "/api/export/users?format=csv",
  ]) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()["cache-control"], path).toMatch(/private.*no-store|no-store.*private/);
  }
});

test("a change that another site asks for is refused", async ({ page, baseURL }) => {
  await enterAs(page, ACCOUNTS.admin);
  const change = (origin: string) =>
    page.request.post("/api/trpc/organization.update", {
      headers: { origin, "content-type": "application/json" },
      data: { json: { description: "Robotics, physics and mathematics after school." } },
    });
  for (const origin of ["https://evil.example", "null", `${baseURL}.evil.example`])
    expect((await change(origin)).status(), origin).toBe(403);
  expect((await change(new URL(baseURL ?? "").origin)).status()).toBe(200);
});

test("signing in leads to our own pages only", async ({ page, baseURL }) => {
  for (const callbackUrl of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/x",
    "javascript:alert(1)",
  ]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`);
    await page.getByLabel("E-mail").fill(ACCOUNTS.student.email);
    await page.getByLabel("Password", { exact: true }).fill(ACCOUNTS.student.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    expect(page.url()).toBe(`${baseURL}/student`);
  }
});

test("the session cookie is out of reach for scripts and other sites", async ({ page, signIn }) => {
  await signIn(page, ACCOUNTS.student.email, ACCOUNTS.student.password);
  const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith("homeroom.session"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});
