import type { Page } from "@playwright/test";
import sharp from "sharp";
import { SETTING_KEYS } from "../src/domain/setting-list";
import { WORKSHOP } from "../tests/support/workshop";
import { expectNoSeriousFinding } from "./fixtures/axe";
import { enterAs } from "./fixtures/classes";
import { atSlug, livingAt } from "./fixtures/hosts";
import { addPeople, mutate, PASSWORD, query, signInByApi } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

// A school of its own, and one test after the other.
test.describe.configure({ mode: "default" });

const { admin: ADMIN, coach: COACH } = WORKSHOP;
const SETTINGS = "/org-admin/settings";
const PAGES = [
  "",
  "/branding",
  "/contact",
  "/address",
  "/region",
  "/official",
  "/invitations",
  "/everything",
  "/danger",
];

test.use(livingAt(() => atSlug(WORKSHOP.slug)));

type Fields = Record<string, unknown>;
let before: { slug: string; fields: Fields };

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL });
  await signInByApi(request, ADMIN);
  before = await query(request, "organization.settings", undefined);
  await request.dispose();
});

/** The school as it was, for whoever comes next. */
test.afterEach(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL });
  await signInByApi(request, ADMIN);
  const { name, description, ...settings } = before.fields;
  await mutate(request, "organization.update", { name, description, settings });
  await mutate(request, "organization.removeLogo", undefined);
  const { slug } = await query<{ slug: string }>(request, "organization.settings", undefined);
  if (slug !== before.slug) await mutate(request, "organization.changeSlug", { slug: before.slug });
  await request.dispose();
});

const save = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const saved = (page: Page) => page.getByText("All changes saved");

test("the admin changes what the school is called, and the frame around the page follows", async ({
  page,
}) => {
  await enterAs(page, ADMIN);
  await page.goto(SETTINGS);
  await expect(save(page, "Save details")).toBeDisabled();
  await page.getByLabel("School name").fill("Liceo Los Samanes");
  await page.getByLabel("Description").fill("Bachillerato en Valencia.");
  await expect(page.getByText("2 changes not saved")).toBeVisible();
  await page.getByLabel("Description").fill(String(before.fields.description));
  await expect(page.getByText("1 change not saved")).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByLabel("School name")).toHaveValue(String(before.fields.name));

  await page.getByLabel("School name").fill("Liceo Los Samanes");
  await page.keyboard.press("Enter");
  await expect(saved(page)).toBeVisible();
  await expect(page.getByRole("complementary").getByText("Liceo Los Samanes").first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("School name")).toHaveValue("Liceo Los Samanes");

  // A switch is saved at once, and taken back.
  const open = page.getByRole("switch", { name: "Visitors may register" });
  await open.click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("As it was before")).toBeVisible();
  await expect(open).toBeChecked();
});

test("a mistake is told at its field, and nothing that was written is lost", async ({ page }) => {
  await enterAs(page, ADMIN);
  await page.goto(`${SETTINGS}/contact`);
  await page.getByLabel("Contact e-mail").fill("contacto@lossamanes");
  await page.getByLabel("Phone").fill("+58 241 555 0100");
  await page.getByLabel("Website").fill("lossamanes");
  await save(page, "Save contact").click();
  await expect(page.getByLabel("Contact e-mail")).toBeFocused();
  await expect(page.getByText("The address has no domain ending, such as .com.")).toBeVisible();
  await expect(page.getByText("Write the whole address, such as https://school.example.")).toBeVisible();
  await expect(page.getByLabel("Phone")).toHaveValue("+58 241 555 0100");

  // Leaving asks; whoever stays has everything still.
  await page.getByRole("link", { name: "Branding" }).click();
  await expect(page.getByRole("alertdialog", { name: "Leave without saving?" })).toBeVisible();
  await expectNoSeriousFinding(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByLabel("Phone")).toHaveValue("+58 241 555 0100");
  await page.getByLabel("Contact e-mail").fill("contacto@lossamanes.example");
  await page.getByLabel("Website").fill("https://lossamanes.example");
  await save(page, "Save contact").click();
  await expect(saved(page)).toBeVisible();
  await page.getByRole("link", { name: "Branding" }).click();
  await expect(page).toHaveURL(/branding$/);

  await page.goto(`/schools/${before.slug}`);
  await expect(page.getByRole("link", { name: "contacto@lossamanes.example" })).toBeVisible();
  await expect(page.getByRole("link", { name: "https://lossamanes.example" })).toBeVisible();
});

test("the share of students that an import may change unasked is set, and refused where it is none", async ({
  page,
}) => {
  await enterAs(page, ADMIN);
  await page.goto(`${SETTINGS}/everything`);
  await page.getByRole("link", { name: "Change An import waits for a yes above" }).click();
  const share = page.getByLabel("An import waits for a yes above", { exact: true });
  await expect(share).toHaveValue("10");
  await share.fill("101");
  await save(page, "Save students and forms").click();
  await expect(page.getByText("Write a whole number from 0 to 100.")).toBeVisible();
  await share.fill("25");
  await save(page, "Save students and forms").click();
  await expect(saved(page)).toBeVisible();
  await page.goto(`${SETTINGS}/everything`);
  await expect(page.getByRole("row", { name: /An import waits for a yes above/ })).toContainText("25 %");
});

test("of two people who save at once, the second sees both versions and chooses", async ({
  page,
  browser,
}) => {
  const theirs = await (await browser.newContext()).newPage();
  for (const each of [page, theirs]) {
    await enterAs(each, ADMIN);
    await each.goto(`${SETTINGS}/contact`);
  }
  await theirs.getByLabel("Phone").fill("+58 241 555 0111");
  await theirs.getByLabel("Postal address").fill("Av. Bolívar, Valencia");
  await save(theirs, "Save contact").click();
  await expect(saved(theirs)).toBeVisible();

  await page.getByLabel("Phone").fill("+58 241 555 0222");
  await page.getByLabel("Postal address").fill("Calle Real, Naguanagua");
  await page.getByLabel("Contact e-mail").fill("secretaria@samanes.example");
  await save(page, "Save contact").click();
  const notice = page.getByRole("alert").filter({ hasText: "Someone changed this while you were writing." });
  const table = notice.getByRole("table", { name: "Both versions, field by field" });
  await expect(table.getByRole("row", { name: /Phone/ })).toContainText("+58 241 555 0111");
  await expect(table.getByRole("row", { name: /Phone/ })).toContainText("+58 241 555 0222");
  await expect(table.getByRole("columnheader").nth(1)).toContainText(/\w+.*\d\d:\d\d/);
  await expectNoSeriousFinding(page);
  await table
    .getByRole("row", { name: /Postal address/ })
    .getByRole("radio")
    .first()
    .check();
  await notice.getByRole("button", { name: "Save what I chose" }).click();
  await expect(saved(page)).toBeVisible();
  await expect(notice).toBeHidden();

  await page.reload();
  await expect(page.getByLabel("Phone")).toHaveValue("+58 241 555 0222");
  await expect(page.getByLabel("Postal address")).toHaveValue("Av. Bolívar, Valencia");
  await expect(page.getByLabel("Contact e-mail")).toHaveValue("secretaria@samanes.example");
  await theirs.context().close();
});

test("colour and logo show at once, and a drawing with a script is refused", async ({ page }) => {
  await enterAs(page, ADMIN);
  await page.goto(`${SETTINGS}/branding`);
  const brand = () =>
    page
      .getByRole("region", { name: "Preview" })
      .evaluate((region) =>
        [...region.querySelectorAll<HTMLElement>("[data-brand]")].map((each) =>
          each.style.getPropertyValue("--brand"),
        ),
      );
  await page.getByLabel("Colour", { exact: true }).fill("#e0a100");
  expect(await brand()).toEqual(["#e0a100", "#e0a100"]);
  await expect(page.getByText(/Dark text on it reads at \d+\.\d : 1/)).toBeVisible();
  await page.getByLabel("Colour", { exact: true }).fill("#e0");
  expect(await brand()).toEqual([
    before.fields["branding.primaryColor"],
    before.fields["branding.primaryColor"],
  ]);
  await save(page, "Save branding").click();
  await expect(page.getByText("Write the colour as # and six figures, such as #0c6170.")).toBeVisible();
  await page.getByRole("button", { name: "Marigold" }).click();
  await save(page, "Save branding").click();
  await expect(saved(page)).toBeVisible();
  await expect(page.locator("html")).toHaveCSS("--brand", "#e0a100");

  const logo = page.getByRole("group", { name: "Logo" });
  const input = logo.locator("input[type=file]");
  const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
  await input.setInputFiles({ name: "crest.png", mimeType: "image/png", buffer: svg });
  await expect(logo.getByText("This is an SVG drawing, which can carry programs.")).toBeVisible();

  const picture = sharp({ create: { width: 40, height: 40, channels: 4, background: "#8c2f39" } });
  const buffer = await picture.png().toBuffer();
  await input.setInputFiles({ name: "crest.png", mimeType: "image/png", buffer });
  await expect(page.getByText("The logo is in place")).toBeVisible();
  const shown = logo.getByRole("img", { name: "The present logo" });
  await expect(shown).toHaveJSProperty("complete", true);
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);
  const answer = await page.request.get((await shown.getAttribute("src")) ?? "");
  expect(answer.headers()).toMatchObject({
    "content-type": "image/webp",
    "content-security-policy": "sandbox; default-src 'none'",
    "content-disposition": "inline",
    "x-content-type-options": "nosniff",
  });
  await expect(page.getByRole("complementary").locator("img[src*='/api/files/']").first()).toBeVisible();

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("As it was before")).toBeVisible();
  await expect(shown).toBeHidden();
});

test("another address: the old one leads to it for ever", async ({ page, request }) => {
  const slug = `colegio-${crypto.randomUUID().slice(0, 8)}a`;
  await enterAs(page, ADMIN);
  await page.goto(`${SETTINGS}/address`);
  const field = page.getByLabel("New address");
  const change = save(page, "Change the address");
  await field.fill("stemblock");
  await expect(page.getByText("Another school has stemblock.")).toBeVisible();
  await expect(change).toBeDisabled();
  await field.fill("admin");
  await expect(page.getByText("admin is kept for the platform.")).toBeVisible();
  await field.fill("ñandú");
  await expect(page.getByText("Use letters a to z, figures and single hyphens between them.")).toBeVisible();
  await field.fill(slug);
  await expect(page.getByText(`${slug} is free.`)).toBeVisible();
  await change.click();
  const dialog = page.getByRole("alertdialog", { name: `Change the address to ${slug}?` });
  await expect(dialog).toContainText(`${before.slug} keeps leading here`);
  await expectNoSeriousFinding(page);
  await dialog.getByRole("button", { name: "Change the address" }).click();
  await expect(page.getByText(`Your school is at ${slug} now`)).toBeVisible();
  await expect(page.getByRole("button", { name: `Use ${before.slug} again` })).toBeVisible();

  const old = await request.get("/sign-in?callbackUrl=%2Fx", { maxRedirects: 0 });
  const present = atSlug(slug);
  expect([old.status(), old.headers().location]).toEqual([308, `${present}/sign-in?callbackUrl=%2Fx`]);
  const found = await request.get(`${present}/schools/${before.slug}`);
  expect([found.status(), found.url()]).toEqual([200, `${present}/schools/${slug}`]);
  expect((await request.get(atSlug(`${slug}-x`))).status()).toBe(404);

  await page.getByRole("button", { name: `Use ${before.slug} again` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Change the address" }).click();
  await expect(page.getByText(`Your school is at ${before.slug} now`)).toBeVisible();
  expect((await request.get(`/schools/${before.slug}`)).status()).toBe(200);
});

test("invitations begin as the school has set, and coaches invite what it lets them", async ({
  page,
  browser,
}) => {
  await enterAs(page, ADMIN);
  await page.goto(`${SETTINGS}/invitations`);
  await page.getByLabel("An invitation holds for").fill("0");
  await save(page, "Save invitations").click();
  await expect(page.getByText("Choose from 1 to 60 days.")).toBeVisible();
  await page.getByLabel("An invitation holds for").fill("21");
  await page.getByLabel("Role to begin with").selectOption({ label: "Parent" });
  await page.getByRole("checkbox", { name: "Students" }).uncheck();
  await save(page, "Save invitations").click();
  await expect(saved(page)).toBeVisible();
  await page.goto("/org-admin/invitations/new");
  await expect(page.getByLabel("Role").locator("option:checked")).toHaveText("Parent");
  await expect(page.locator("option:checked", { hasText: "21 days" })).toBeAttached();

  const coach = await (await browser.newContext()).newPage();
  await enterAs(coach, COACH);
  await coach.goto("/coach/invitations/new");
  await expect(coach.getByLabel("Role").locator("option")).toHaveText(["Parent"]);
  await coach.context().close();
});

test("the registry shows every setting, and a default comes back and goes again", async ({ page }) => {
  await enterAs(page, ADMIN);
  await page.goto(`${SETTINGS}/region`);
  await page.getByLabel("Sunday").check();
  await page.getByRole("combobox", { name: "Time zone" }).fill("madrid");
  await page.getByRole("option", { name: /Madrid/ }).click();
  await save(page, "Save region").click();
  await expect(saved(page)).toBeVisible();
  await page.goto(`${SETTINGS}/everything`);
  const row = page.getByRole("row", { name: /region\.weekStart/ });
  await expect(row).toContainText("Sunday");
  await expect(page.getByRole("row", { name: /region\.timeZone/ })).toContainText("Europe/Madrid");
  // The heading is a row too.
  await expect(page.getByRole("row")).toHaveCount(1 + SETTING_KEYS.length);
  await row.getByRole("button", { name: "Reset Week starts on to its default" }).click();
  await expect(page.getByText("Week starts on is back to its default")).toBeVisible();
  await expect(row).not.toContainText("Sunday");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).toContainText("Sunday");
});

test("the only admin cannot leave, and hands over only by writing the school's name", async ({ page }) => {
  await enterAs(page, ADMIN);
  await page.goto(`${SETTINGS}/danger`);
  await expect(page.getByText("You are its only admin.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Leave" })).toBeDisabled();
  await page.getByRole("button", { name: "Hand over" }).click();
  const dialog = page.getByRole("dialog", { name: /^Hand over/ });
  const confirm = dialog.getByRole("button", { name: "Hand over" });
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(/to confirm/).fill(String(before.fields.name));
  await confirm.click();
  await expect(dialog.getByText("Choose a person.")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
});

test("whoever is handed the school administers it, and can leave it while another stays", async ({
  page,
  browser,
  playwright,
  baseURL,
}) => {
  const tag = crypto.randomUUID().slice(0, 8);
  const heir = { name: `Helena ${tag}`, email: `helena.${tag}@people.example`, role: "COACH" as const };
  const request = await playwright.request.newContext({ baseURL });
  await signInByApi(request, ADMIN);
  await addPeople(request, tag, [heir]);
  await request.dispose();

  await enterAs(page, ADMIN);
  await page.goto(`${SETTINGS}/danger`);
  await page.getByRole("button", { name: "Hand over" }).click();
  const dialog = page.getByRole("dialog", { name: /^Hand over/ });
  await dialog.getByRole("combobox", { name: "To whom" }).fill(heir.name);
  await page.getByRole("option", { name: heir.name }).click();
  await dialog.getByLabel(/to confirm/).fill(WORKSHOP.name);
  await expectNoSeriousFinding(page);
  await dialog.getByRole("button", { name: "Hand over" }).click();
  await expect(page.getByText(`${heir.name} is an admin of your school now`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Leave" })).toBeEnabled();

  const theirs = await (await browser.newContext()).newPage();
  await enterAs(theirs, { email: heir.email, password: PASSWORD });
  await theirs.goto(`${SETTINGS}/danger`);
  await theirs.getByRole("button", { name: "Leave" }).click();
  const leaving = theirs.getByRole("alertdialog", { name: `Leave ${WORKSHOP.name}?` });
  await expect(leaving.getByRole("button", { name: "Leave the school" })).toBeDisabled();
  await leaving.getByRole("textbox").fill(WORKSHOP.name);
  await leaving.getByRole("button", { name: "Leave the school" }).click();
  await expect(theirs.getByRole("heading", { level: 1, name: WORKSHOP.name })).toBeVisible();
  await theirs.goto(SETTINGS);
  await expect(theirs).toHaveURL(/\/sign-in/);
  await theirs.context().close();

  await page.reload();
  await expect(page.getByText("You are its only admin.")).toBeVisible();
});

test("a coach finds no settings, under none of their addresses", async ({ page }) => {
  await enterAs(page, COACH);
  for (const path of PAGES) {
    await page.goto(SETTINGS + path);
    await expect(page.getByRole("heading", { name: "There is nothing at this address" }), path).toBeVisible();
  }
});

test("in Spanish, on a phone, everything is there and nothing scrolls sideways", async ({
  page,
  context,
  baseURL,
}) => {
  await enterAs(page, ADMIN);
  await context.addCookies([{ name: "locale", value: "es", url: baseURL ?? "" }]);
  await page.setViewportSize({ width: 375, height: 812 });
  for (const path of PAGES) {
    await page.goto(SETTINGS + path);
    await expect(page.getByRole("heading", { level: 1, name: "Ajustes" })).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(375);
  }
  await page.goto(`${SETTINGS}/branding`);
  await page.getByRole("textbox", { name: /^Lema/ }).fill("A la sombra, crecemos");
  await expect(page.getByText("1 cambio sin guardar")).toBeVisible();
  await page.getByRole("button", { name: "Guardar imagen" }).click();
  await expect(page.getByText("Todo está guardado")).toBeVisible();
});
