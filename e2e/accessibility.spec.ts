import { expectGoodForAll } from "./fixtures/axe";
import { enterAs } from "./fixtures/classes";
import { expect, test } from "./fixtures/test";
import { ACCOUNTS, PAGES, pageFolders, type Visitor } from "./pages";

/** Pages that one test walks, so that two workers have equal parts. */
const PORTION = 10;

test("every page of the application is walked", () => {
  expect(Object.keys(PAGES).sort()).toEqual(pageFolders());
});

for (const visitor of ["visitor", ...Object.keys(ACCOUNTS)] as Visitor[]) {
  const own = Object.values(PAGES).filter(({ as }) => as === visitor);
  for (let from = 0; from < own.length; from += PORTION) {
    const portion = own.slice(from, from + PORTION);
    test(`pages of a ${visitor} from ${portion[0]?.path} on have no serious finding in either theme, and fit a phone`, async ({
      page,
    }) => {
      test.setTimeout(30_000 + portion.length * 10_000);
      if (visitor !== "visitor") await enterAs(page, ACCOUNTS[visitor]);
      for (const { path } of portion) {
        await page.goto(path);
        await page.getByRole("main").first().waitFor();
        await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
        await expectGoodForAll(page, path);
      }
    });
  }
}
