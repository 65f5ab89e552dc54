import { FIRST_LOAD_LIMIT, weigher } from "../tests/support/first-load";
import { addressOf } from "../tests/support/records";
import { signedIn } from "../tests/support/visitor";
import { expect, test } from "./fixtures/test";
import { ACCOUNTS, pageFolders } from "./pages";

for (const [who, area] of [
  ["admin", "org-admin"],
  ["platform", "admin"],
] as const) {
  test(`no page under /${area} loads more than its share of scripts`, async ({ baseURL }) => {
    const visitor = await signedIn(baseURL ?? "", ACCOUNTS[who]);
    const weigh = weigher(visitor.get);
    const folders = pageFolders().filter((folder) => folder.split("/")[0] === area);
    expect(folders.length).toBeGreaterThan(3);
    for (const folder of folders) {
      const { path, bytes } = await weigh(await addressOf(folder, visitor));
      // `npm run first-load` shows all of them; tests/house/client-graph.ts, what brings a package there.
      expect.soft(bytes, path).toBeLessThanOrEqual(FIRST_LOAD_LIMIT);
    }
  });
}
