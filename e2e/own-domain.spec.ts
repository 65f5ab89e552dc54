import { OWN_DOMAIN, PROXIED_DOMAIN } from "../tests/support/proxied-hosts";
import { openSchool } from "./fixtures/school";
import { expect, test } from "./fixtures/test";

// The build as it is deployed: a proxy with a wildcard certificate before it, every host on the port of HTTPS.

test.use({ ignoreHTTPSErrors: true });

test("a school signs in at its wildcard host, proves a domain of its own, and is found there", async ({
  page,
  browser,
  playwright,
  baseURL,
  namesUrl,
  request,
  signIn,
}) => {
  const school = await openSchool(playwright.request, baseURL);
  const [given, own] = [`https://${school.slug}.${PROXIED_DOMAIN}`, `https://${OWN_DOMAIN}`];
  expect((await page.goto(`https://nobody-is-here.${PROXIED_DOMAIN}`))?.status()).toBe(404);
  await signIn(page, school.admin.email, school.admin.password, given);
  await expect(page).toHaveURL(`${given}/org-admin`);
  const [session] = (await page.context().cookies(given)).filter(({ name }) => name.includes("session"));
  expect(session).toMatchObject({ name: "__Host-homeroom.session", secure: true, httpOnly: true });

  const visitor = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  expect((await visitor.goto(own))?.status()).toBe(404);
  await expect(visitor.getByRole("heading", { name: "There is no school at this address" })).toBeVisible();

  await page.goto(`${given}/org-admin/settings/domains`);
  await page.getByLabel("Add a domain").fill(OWN_DOMAIN);
  await page.getByRole("button", { name: "Add the domain" }).click();
  const row = page.getByRole("listitem").filter({ hasText: OWN_DOMAIN });
  await row.getByRole("button", { name: "Look for the record" }).click();
  await expect(row.getByText("No such record is seen yet. It may take an hour.")).toBeVisible();
  expect((await visitor.goto(own))?.status()).toBe(404);

  const [name, value] = await Promise.all(
    ["Name", "Value"].map((part) =>
      row
        .locator("dt", { hasText: new RegExp(`^${part}$`) })
        .locator("xpath=following-sibling::dd[1]")
        .innerText(),
    ),
  );
  expect(name).toBe(`_homeroom.${OWN_DOMAIN}`);
  await request.post(namesUrl, { data: { name, texts: ["v=spf1 -all", value] } });
  await row.getByRole("button", { name: "Look for the record" }).click();
  await row.getByRole("button", { name: "Lead links here" }).click();
  await expect(row.getByText("Links lead here")).toBeVisible();

  expect((await visitor.goto(`${given}/sign-in`))?.status()).toBe(200);
  await signIn(visitor, school.admin.email, school.admin.password, own);
  await expect(visitor).toHaveURL(`${own}/org-admin`);
  await expect(visitor.getByRole("heading", { level: 1 })).toContainText(school.admin.name);
  await visitor.context().close();
  await school.close();
});
