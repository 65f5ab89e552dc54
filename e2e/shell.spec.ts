import type { Browser, BrowserContext, Locator, Page, PlaywrightWorkerArgs } from "@playwright/test";
import { expectNoSeriousFinding } from "./fixtures/axe";
import { enterAs } from "./fixtures/classes";
import { tabTo } from "./fixtures/keyboard";
import { ADMIN, addPeople, PASSWORD, signInByApi } from "./fixtures/people";
import { expect, shellAlive, test } from "./fixtures/test";
import { ACCOUNTS } from "./pages";

// Of the demo school: Carlos Coach leads Robotics 1, Alex Student attends it; Robotics 2 is nobody's.

const LIST = "/org-admin/users";
const THEMES = ["light", "dark"] as const;

const palette = (page: Page) => page.getByRole("dialog", { name: "Search and commands" });
const field = (page: Page) => palette(page).getByRole("combobox");
const options = (page: Page, group: string) =>
  palette(page).getByRole("group", { name: group }).getByRole("option");

/** Opens the palette by its chord and types. */
async function ask(page: Page, query: string) {
  await shellAlive(page);
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(query);
}

/** The option that Enter would choose. */
async function expectActive(page: Page, option: Locator) {
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect(field(page)).toHaveAttribute(
    "aria-activedescendant",
    (await option.getAttribute("id")) ?? "no id",
  );
}

test.describe("the palette", () => {
  test("opens people, classes and pages by keyboard alone, and gives the focus back", async ({ page }) => {
    await enterAs(page, ACCOUNTS.admin);
    await page.goto(LIST);
    const trigger = page.getByRole("button", { name: /Search or jump to/ });
    await tabTo(page, trigger);
    await page.keyboard.press("Enter");
    await expect(field(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(palette(page)).toBeHidden();
    await expect(trigger).toBeFocused();

    await ask(page, "ALEX stud");
    const alex = options(page, "People").filter({ hasText: "Alex Student" });
    await expectActive(page, alex);
    await expect(alex).toContainText("Student · Robotics 1");
    await expect(alex.locator("b")).toHaveText(["Alex", "Stud"]);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Alex Student" })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toContainText("UsersAlex Student");

    await ask(page, "alex");
    await expectActive(page, options(page, "People").first());
    await page.keyboard.press("Control+Enter");
    await expect(page).toHaveURL(/\/org-admin\/users\?person=/);
    await expect(page.getByRole("complementary", { name: "Alex Student" })).toBeVisible();

    await ask(page, "robotics");
    await expect(options(page, "Classes")).toHaveCount(2);
    await expectActive(page, options(page, "Classes").first());
    await page.keyboard.press("ArrowDown");
    await expectActive(page, options(page, "Classes").nth(1));
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expectActive(page, palette(page).getByRole("option").last());
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/org-admin\/classes\/[0-9a-f-]{36}/);

    await ask(page, "invi");
    await expectActive(page, options(page, "Go to").filter({ hasText: "Invitations" }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/org-admin\/invitations$/);
  });

  test("remembers what was opened, for this person alone", async ({ page }) => {
    await enterAs(page, ACCOUNTS.admin);
    await page.goto(LIST);
    await ask(page, "paula par");
    await expectActive(page, options(page, "People").first());
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Paula Parent" })).toBeVisible();
    await page.reload();
    await ask(page, "");
    await expectActive(page, options(page, "Recent").filter({ hasText: "Paula Parent" }));
    await expect(options(page, "Actions").filter({ hasText: "New class" })).toBeVisible();
    await page.keyboard.type("sign out");
    await expectActive(page, options(page, "Actions").filter({ hasText: "Sign out" }));
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/sign-in/);
    expect(await page.evaluate(() => JSON.stringify(window.localStorage))).not.toContain("Paula");
    await enterAs(page, ACCOUNTS.coach);
    await page.goto("/coach");
    await ask(page, "");
    await expect(options(page, "Go to").first()).toBeVisible();
    await expect(palette(page).getByRole("group", { name: "Recent" })).toHaveCount(0);
  });

  test("shows a coach their own classes and the students in them, and nobody else", async ({ page }) => {
    await enterAs(page, ACCOUNTS.coach);
    await page.goto("/coach");
    await ask(page, "robotics");
    await expect(options(page, "Classes")).toHaveCount(1);
    await expectActive(page, options(page, "Classes").filter({ hasText: "Robotics 1" }));
    await expect(options(page, "Actions").filter({ hasText: "Invite people to Robotics 1" })).toBeVisible();
    await field(page).fill("alex");
    await expectActive(page, options(page, "Students").filter({ hasText: "Alex Student" }));
    await expect(palette(page).getByRole("option")).toHaveCount(1);
    await field(page).fill("olivia");
    await expect(palette(page).getByText("Nothing found for “olivia”")).toBeVisible();
    await field(page).fill("audit");
    await expect(palette(page).getByText("Nothing found for “audit”")).toBeVisible();
    await field(page).fill("classes");
    await expectActive(page, options(page, "Go to").first());
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/coach\/classes$/);
  });

  test("asks the server nothing for a student", async ({ page }) => {
    await enterAs(page, ACCOUNTS.student);
    await page.goto("/student");
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("search.find")) asked.push(request.url());
    });
    for (const word of ["robotics", "carlos", "users", "settings"]) {
      await ask(page, word);
      await expect(palette(page).getByText(`Nothing found for “${word}”`)).toBeVisible();
      await page.keyboard.press("Escape");
    }
    expect(asked).toEqual([]);
    const answer = await page.request.get("/api/trpc/search.find", {
      params: { input: JSON.stringify({ json: { query: "robotics" } }) },
    });
    expect((await answer.json()).result.data.json).toEqual({
      ...{ people: [], morePeople: false, classes: [], students: [], guardians: [] },
    });
  });

  test("never shows an older answer over a newer one", async ({ page }) => {
    await enterAs(page, ACCOUNTS.admin);
    await page.goto("/org-admin");
    const gate: { open?: () => void } = {};
    const held = new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    await page.route(/search\.find/, async (route) => {
      if (!route.request().url().includes("alex")) await held;
      await route.continue().catch(() => undefined);
    });
    await ask(page, "carlos");
    await expect(palette(page).getByText("Searching…")).toBeVisible();
    await field(page).fill("alex");
    await expectActive(page, options(page, "People").filter({ hasText: "Alex Student" }));
    gate.open?.();
    await page.unrouteAll({ behavior: "wait" });
    await expect(options(page, "People")).toHaveCount(1);
    await expect(options(page, "People")).toContainText("Alex Student");
  });
});

test.describe("shortcuts", () => {
  test.beforeEach(async ({ page }) => {
    await enterAs(page, ACCOUNTS.admin);
  });

  test("go places, search, create and walk rows; never while typing", async ({ page }) => {
    await page.goto(LIST);
    await shellAlive(page);
    const search = page.getByRole("searchbox", { name: "Search people" });
    await page.keyboard.press("/");
    await expect(search).toBeFocused();
    await page.keyboard.type("g?j/");
    await expect(search).toHaveValue("g?j/");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.goto(LIST);
    await shellAlive(page);
    await expect(page.locator("[data-row-link]").first()).toBeVisible();
    await page.keyboard.press("j");
    await expect(page.locator("[data-row-link]").first()).toBeFocused();
    await page.keyboard.press("g");
    await page.keyboard.press("i");
    await expect(page).toHaveURL(/\/org-admin\/invitations$/);
    await page.keyboard.press("n");
    await expect(page).toHaveURL(/\/org-admin\/invitations\/new/);
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("Control+g");
    await page.keyboard.press("u");
    await expect(page).toHaveURL(/\/org-admin\/invitations\/new/);
    await page.keyboard.press("g");
    await page.keyboard.press("u");
    await expect(page).toHaveURL(/\/org-admin\/users$/);
  });

  test("are listed by ?, and those of one letter can be turned off on this device", async ({ page }) => {
    await page.goto(LIST);
    await shellAlive(page);
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(dialog.getByText("Search or jump to")).toBeVisible();
    await expect(dialog.getByText("Audit log")).toBeVisible();
    const off = dialog.getByRole("switch", { name: "Shortcuts of a single letter" });
    await off.uncheck();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await page.reload();
    await shellAlive(page);
    for (const key of ["/", "?", "j", "n"]) await page.keyboard.press(key);
    await expect(page.getByRole("searchbox", { name: "Search people" })).not.toBeFocused();
    await expect(page).toHaveURL(/\/org-admin\/users$/);
    await expect(dialog).toBeHidden();
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
    await page.keyboard.type("keyboard");
    await page.keyboard.press("Enter");
    await off.check();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await page.keyboard.press("?");
    await expect(dialog).toBeVisible();
  });
});

test.describe("an address with nothing behind it", () => {
  test("says so inside the shell, with a search and a way on", async ({ page }) => {
    await enterAs(page, ACCOUNTS.admin);
    for (const path of ["/org-admin/anything/not-there", "/nowhere", `${LIST}/not-an-id`]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      await expect(page).toHaveTitle("There is nothing at this address · Homeroom");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
      await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();
    }
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await expect(field(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await page.getByRole("main").getByRole("link", { name: "Go to the start" }).click();
    await expect(page).toHaveURL(/\/org-admin$/);
  });

  test("is any that is not for this person", async ({ page }) => {
    await enterAs(page, ACCOUNTS.student);
    for (const path of ["/org-admin", LIST, "/coach", "/admin", "/student/not-there"]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
      await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();
    }
  });

  test("leads a visitor to the sign-in page", async ({ page }) => {
    expect((await page.goto("/nowhere"))?.status()).toBe(404);
    await page.getByRole("link", { name: "Go to sign-in" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test.describe("what goes wrong", () => {
  test("a page whose code does not come fails inside the shell, and comes on trying again", async ({
    browser,
  }) => {
    const { page, context } = await apart(browser);
    const scripts = () =>
      page.evaluate(() => [...document.scripts].map(({ src }) => src).filter((src) => src !== ""));
    await page.goto("/org-admin/invitations/new");
    const theirs = await scripts();
    await page.goto(LIST);
    const common = new Set(await scripts());
    await context.close();

    const again = await apart(browser);
    await again.page.route(
      (url) => theirs.includes(url.href) && !common.has(url.href),
      (route) => route.abort(),
    );
    await again.page.goto(LIST);
    await ask(again.page, "invite people");
    // Pressed, not the first one taken: people whom other tests invite may hold the same words in their addresses.
    await options(again.page, "Actions").filter({ hasText: "Invite people" }).click();
    await expect(again.page.getByRole("heading", { level: 1 })).toHaveText("This page could not be shown");
    await expect(again.page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();
    await expectNoSeriousFinding(again.page, "failed page");
    await again.page.unrouteAll({ behavior: "wait" });
    await again.page.getByRole("button", { name: "Try again" }).click();
    await expect(again.page.getByLabel("People, one per line")).toBeVisible();
    await again.context.close();
  });

  test("a lost connection is said, holds the page, keeps a change, and goes by itself", async ({
    browser,
    playwright,
  }) => {
    const { name, email } = await newParent(playwright);
    const { page, context } = await apart(browser);
    await page.goto(`${LIST}?q=${email}`);
    await shellAlive(page);
    await page.getByRole("checkbox", { name: `Select ${name}` }).check();
    const suspend = page.getByRole("button", { name: "Suspend", exact: true });
    await expect(suspend).toBeVisible();
    await context.setOffline(true);
    const bar = page.getByRole("status").filter({ hasText: "You are offline." });
    await expect(bar).toContainText("This page stays as it is");
    await page.getByRole("link", { name: "Invitations" }).first().click();
    await expect(bar).toContainText("This page stays so that nothing is lost");
    await page.keyboard.press("Control+k");
    await expect(bar).toContainText("This cannot be opened without a connection");
    await suspend.click();
    await expect(bar).toContainText("1 change waits in this window");
    await expect(page).toHaveURL(/\/org-admin\/users\?q=/);
    await expectNoSeriousFinding(page, "offline");
    await context.setOffline(false);
    await expect(bar).toBeHidden();
    await expect(page.getByText(`${name} is suspended`)).toBeVisible();
    await page.getByRole("link", { name: "Invitations" }).first().click();
    await expect(page).toHaveURL(/\/org-admin\/invitations$/);
    await context.close();
  });

  test("a server that is away is noticed by its silence", async ({ browser }) => {
    const { page, context } = await apart(browser);
    await page.goto(LIST);
    await expect(page.locator("[data-row-link]").first()).toBeVisible();
    await context.route(/\/(api\/trpc|icon\.svg)/, (route) => route.abort("connectionrefused"));
    await page.getByRole("searchbox", { name: "Search people" }).fill("carlos");
    const bar = page.getByRole("status").filter({ hasText: "Homeroom cannot be reached." });
    await expect(bar).toBeVisible();
    await context.unrouteAll({ behavior: "wait" });
    await bar.getByRole("button", { name: "Try now" }).click();
    await expect(bar).toBeHidden();
    await expect(page.locator("[data-row-link]")).toHaveText(["Carlos Coach"]);
    await context.close();
  });
});

/** A context whose console is not watched: what fails there is meant to. */
async function apart(browser: Browser): Promise<{ page: Page; context: BrowserContext }> {
  const { baseURL } = test.info().project.use;
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await enterAs(page, ACCOUNTS.admin);
  return { page, context };
}

/** Somebody whom no other test looks at. */
async function newParent(playwright: PlaywrightWorkerArgs["playwright"]) {
  const { baseURL } = test.info().project.use;
  const tag = `q${crypto.randomUUID().replace(/[^a-f]/g, "")}x`;
  const request = await playwright.request.newContext({ baseURL });
  await signInByApi(request, ADMIN);
  const person = { name: `Zulay ${tag}`, email: `${tag}@people.example` };
  await addPeople(request, tag, [{ ...person, role: "PARENT" }]);
  await request.dispose();
  return person;
}

test("a toast is reached by F6, and waits while the pointer or the focus is on it", async ({
  page,
  playwright,
}) => {
  const { name, email } = await newParent(playwright);
  await enterAs(page, ACCOUNTS.admin);
  await page.goto(`${LIST}?q=${email}`);
  await page.clock.install();
  await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await page.getByRole("button", { name: "Suspend", exact: true }).click();
  const said = page.getByRole("alertdialog").filter({ hasText: `${name} is suspended` });
  await expect(said.getByRole("status")).toBeVisible();
  await said.hover();
  await page.clock.fastForward(10_000);
  await expect(said).toBeVisible();
  await page.keyboard.press("F6");
  await expect(page.getByRole("region", { name: "Notifications" })).toBeFocused();
  await page.mouse.move(5, 5);
  await page.clock.fastForward(10_000);
  await expect(said).toBeVisible();
  await expectNoSeriousFinding(page, "toast");
  await tabTo(page, said.getByRole("button", { name: "Undo" }));
  await page.keyboard.press("Enter");
  const undone = page.getByRole("alertdialog").filter({ hasText: `${name} is back as before` });
  await expect(undone).toBeVisible();
});

test("theme, density and language change from the palette, and go along to another device", async ({
  page,
  browser,
  signIn,
  playwright,
}) => {
  const { email } = await newParent(playwright);
  await enterAs(page, { email, password: PASSWORD });
  await page.goto("/parent");
  const root = page.locator("html");
  const kept = () => page.waitForResponse(/account\.updatePreferences/);
  const choose = async (query: string, name: string) => {
    await ask(page, query);
    await expectActive(page, palette(page).getByRole("option", { name }));
    await Promise.all([kept(), page.keyboard.press("Enter")]);
  };
  await choose("dark", "Switch to the dark theme");
  await expect(root).toHaveAttribute("data-theme", "dark");
  await choose("compact", "Compact rows");
  await expect(root).toHaveAttribute("data-density", "compact");
  await choose("espa", "Cambiar a español");
  await expect(root).toHaveAttribute("lang", "es-VE");
  await expect(page.getByRole("button", { name: /Buscar o ir a/ })).toBeVisible();

  const { baseURL } = test.info().project.use;
  const other = await browser.newContext({ baseURL, locale: "en-US" });
  // What a visitor chose there before gives way to the account's own.
  await other.addCookies([{ name: "theme", value: "light", url: baseURL ?? "" }]);
  const there = await other.newPage();
  await signIn(there, email, PASSWORD);
  await expect(there.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(there.locator("html")).toHaveAttribute("data-density", "compact");
  await expect(there.locator("html")).toHaveAttribute("lang", "es-VE");
  await other.close();
});

test("on paper there is the page alone, in light colours, with the school on every sheet", async ({
  page,
}) => {
  await enterAs(page, ACCOUNTS.admin);
  await page
    .context()
    .addCookies([{ name: "theme", value: "dark", url: test.info().project.use.baseURL ?? "" }]);
  await page.goto(`${LIST}?q=carlos`);
  await expect(page.getByText("Carlos Coach")).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf).toMatch(/^%PDF/);
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBe(1);
  expect(await page.evaluate(() => document.documentElement.style.getPropertyValue("--print-school"))).toBe(
    '"StemBlock AI"',
  );
  await page.emulateMedia({ media: "print" });
  for (const hidden of [
    page.getByRole("navigation", { name: "Main" }),
    page.getByRole("navigation", { name: "Breadcrumb" }),
    page.getByRole("searchbox"),
    page.locator("main button:not(thead button)"),
    page.getByRole("link", { name: "Invite people" }),
  ])
    for (const element of await hidden.all()) await expect(element).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
  await expect(page.getByText("Carlos Coach")).toBeVisible();
  const look = await page.evaluate(() => {
    const of = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
    return {
      scheme: of("html").colorScheme,
      head: of("thead").display,
      row: of("tbody tr").breakInside,
      fits: document.documentElement.scrollWidth <= innerWidth,
    };
  });
  expect(look).toEqual({ scheme: "light", head: "table-header-group", row: "avoid", fits: true });
});

for (const theme of THEMES) {
  const begin = async (page: Page, path: string) => {
    const { baseURL } = test.info().project.use;
    await page.context().addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
    await enterAs(page, ACCOUNTS.admin);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  };

  test(`palette, shortcuts and menu have no serious finding in the ${theme} theme`, async ({ page }) => {
    await begin(page, LIST);
    await ask(page, "");
    await expect(options(page, "Go to").first()).toBeVisible();
    await expectNoSeriousFinding(page, "palette");
    await page.keyboard.type("robotics");
    await expect(options(page, "Classes")).toHaveCount(2);
    await expectNoSeriousFinding(page, "palette with results");
    await page.keyboard.press("Escape");
    await expect(palette(page)).toBeHidden();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await expectNoSeriousFinding(page, "shortcuts");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /Olivia Org/ }).click();
    await expect(page.getByRole("menuitem", { name: /Keyboard shortcuts/ })).toBeVisible();
    await expectNoSeriousFinding(page, "menu");
  });

  test(`a missing page, drawer and palette of a phone have none in the ${theme} theme`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 812 });
    await begin(page, "/org-admin/not-there");
    await expectNoSeriousFinding(page, "not found");
    await shellAlive(page);
    await page.getByRole("button", { name: "More" }).click();
    const drawer = page.getByRole("dialog", { name: "Navigation" });
    await expect(drawer.getByRole("link", { name: "Settings" })).toBeVisible();
    await expectNoSeriousFinding(page, "drawer");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Search and commands" }).click();
    await expect(field(page)).toBeFocused();
    await page.keyboard.type("zzzz");
    await expect(palette(page).getByText("Nothing found")).toBeVisible();
    await expectNoSeriousFinding(page, "palette on a phone");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  });
}
