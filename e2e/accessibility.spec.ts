import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures/test";
import { ACCOUNTS, PAGES, pageFolders, type Visitor } from "./pages";

test("every page of the application is walked", () => {
  expect(Object.keys(PAGES).sort()).toEqual(pageFolders());
});

for (const visitor of ["visitor", ...Object.keys(ACCOUNTS)] as Visitor[]) {
  for (const theme of ["light", "dark"] as const) {
    test(`the pages of a ${visitor} have no serious finding in the ${theme} theme`, async ({
      page,
      signIn,
      context,
    }) => {
      const own = Object.values(PAGES).filter(({ as }) => as === visitor);
      test.setTimeout(30_000 + own.length * 10_000);
      await context.addCookies([{ name: "theme", value: theme, url: test.info().project.use.baseURL ?? "" }]);
      if (visitor !== "visitor") await signIn(page, ACCOUNTS[visitor].email, ACCOUNTS[visitor].password);
      for (const { path } of own) {
        await page.goto(path);
        await page.getByRole("main").first().waitFor();
        await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
          .analyze();
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(
          serious.map(
            ({ id, nodes }) => `${path}: ${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
          ),
        ).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(
          true,
        );
      }
    });
  }
}

test("no page scrolls sideways on a phone", async ({ page, signIn }) => {
  const own = Object.values(PAGES).filter(({ as }) => as === "admin" || as === "visitor");
  test.setTimeout(30_000 + own.length * 10_000);
  await page.setViewportSize({ width: 375, height: 812 });
  await signIn(page, ACCOUNTS.admin.email, ACCOUNTS.admin.password);
  for (const { path } of own) {
    await page.goto(path);
    await page.getByRole("main").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true);
  }
});
