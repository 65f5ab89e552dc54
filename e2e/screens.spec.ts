import type { Page } from "@playwright/test";
import { GALLERY, GALLERY_SLUG } from "../tests/support/gallery";
import { difference, tooFar } from "../tests/support/look-alike";
import { addressOf } from "../tests/support/records";
import { signedIn } from "../tests/support/visitor";
import { expectGoodForAll } from "./fixtures/axe";
import { atSlug } from "./fixtures/hosts";
import { keptScreens, seen, unlike } from "./fixtures/look-alike";
import { expect, test } from "./fixtures/test";
import { fitsWidth } from "./fixtures/width";
import { ACCOUNTS, PAGES, pageFolders, type Visitor } from "./pages";

/**
 * Each screen in the two themes, the dark one in Spanish, on a desktop and on a phone. Axe judges it once: it looks at
 * the colours of both themes itself, and a language changes none of what it finds.
 */
const LOOKS = [
  { theme: "light", locale: "en" },
  { theme: "dark", locale: "es" },
] as const;
const DESKTOP = { width: 1440, height: 900 };
const SIZES = [DESKTOP, { width: 375, height: 812 }];

/**
 * Of which no screen is kept: the start page leads on, the outbox is a developer's, and the platform's figures are of
 * all schools that tests open.
 */
const WITHOUT_SCREEN = new Set(["", "dev/outbox", "dev/outbox/[id]", "admin/statistics"]);

const visitors = [...new Set(Object.values(PAGES).map(({ as }) => as))];

test("every page of the application is walked", () => {
  expect(Object.keys(PAGES).sort()).toEqual(pageFolders());
});

for (const visitor of visitors) {
  for (const look of LOOKS) {
    const isJudged = look === LOOKS[0];
    const folders = foldersOf(visitor).filter((folder) => isJudged || !WITHOUT_SCREEN.has(folder));
    const good = isJudged ? ", are for everybody" : "";
    test(`the screens of a ${visitor} look as they did${good}, ${look.theme} and in ${look.locale}`, async ({
      page,
      context,
      baseURL,
    }, info) => {
      test.setTimeout(30_000 + folders.length * 10_000);
      await page.emulateMedia({ reducedMotion: "reduce" });
      const home = visitor in GALLERY ? atSlug(GALLERY_SLUG) : baseURL;
      await context.addCookies(Object.entries(look).map(([name, value]) => ({ name, value, url: home })));
      const addresses = await signInAndFind(page, visitor, folders, home);
      const faults: string[] = [];
      for (const [folder, address] of addresses) {
        await page.setViewportSize(DESKTOP);
        await page.goto(`${home}${address}`);
        await settled(page);
        if (isJudged) await expectGoodForAll(page, folder);
        for (const size of WITHOUT_SCREEN.has(folder) ? [] : SIZES) {
          await page.setViewportSize(size);
          expect(await fitsWidth(page), folder).toBe(true);
          const fault = await unlike(page, nameOf(folder, size, look), info);
          if (fault !== undefined) faults.push(fault);
        }
      }
      expect(faults).toEqual([]);
    });
  }
}

test("every screen that is kept is one of a page", () => {
  const folders = visitors.flatMap(foldersOf).filter((folder) => !WITHOUT_SCREEN.has(folder));
  const names = folders.flatMap((folder) =>
    SIZES.flatMap((size) => LOOKS.map((look) => nameOf(folder, size, look))),
  );
  expect(keptScreens().filter((name) => !names.includes(name))).toEqual([]);
});

function nameOf(folder: string, { width }: { width: number }, { theme }: { theme: string }): string {
  return `${folder.replace(/[()[\]]/g, "")}/${width}-${theme}`;
}

function foldersOf(visitor: Visitor): string[] {
  return Object.keys(PAGES).filter((folder) => PAGES[folder]?.as === visitor);
}

/** Signs the page in to the school of the screenshots, and finds the records that its pages show. */
async function signInAndFind(
  page: Page,
  visitor: Visitor,
  folders: string[],
  baseURL = "",
): Promise<[folder: string, address: string][]> {
  if (visitor === "visitor") return folders.map((folder) => [folder, PAGES[folder]?.path ?? "/"]);
  const account = visitor in GALLERY ? GALLERY[visitor as keyof typeof GALLERY] : ACCOUNTS[visitor];
  const person = await signedIn(baseURL, account);
  await page.context().addCookies(
    person.cookie.split("; ").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return { name, value: value.join("="), url: baseURL };
    }),
  );
  return Promise.all(
    folders.map(async (folder): Promise<[string, string]> => {
      // A page that is opened by an address of its own, such as one step of a form, keeps it.
      return [folder, folder.includes("[") ? await addressOf(folder, person) : (PAGES[folder]?.path ?? "/")];
    }),
  );
}

async function settled(page: Page): Promise<void> {
  await page.getByRole("main").first().waitFor();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}

test("the comparison bears other fonts, and sees what is gone or has lost its colour", async ({
  page,
  context,
}) => {
  const home = atSlug(GALLERY_SLUG);
  const dress = (css: string) =>
    page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, css);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await context.addCookies([
    { name: "theme", value: "light", url: home },
    { name: "locale", value: "en", url: home },
  ]);
  await signInAndFind(page, "admin", [], home);
  await page.setViewportSize(DESKTOP);
  await page.goto(`${home}/org-admin/users`);
  await settled(page);
  const before = await seen(page);
  const fault = async () => tooFar(difference(before, await seen(page)));

  await dress("* { font-family: serif !important; }");
  expect(await fault()).toBeUndefined();
  for (const css of [
    "aside, nav { visibility: hidden !important; }",
    "table { visibility: hidden !important; }",
    "html { filter: grayscale(1); }",
    "html { --brand: #8c2f39 !important; }",
    "* { display: block !important; }",
    "html { filter: invert(1); }",
  ]) {
    await dress(css);
    expect(await fault(), css).toBeDefined();
  }
});
