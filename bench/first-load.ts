import { ACCOUNTS, pageFolders } from "../e2e/pages";
import { ensureBuild } from "../scripts/lib/build";
import { underLifecycle } from "../scripts/lib/lifecycle";
import { startE2eServers } from "../tests/support/e2e-servers";
import { FIRST_LOAD_LIMIT, type FirstLoad, weigher } from "../tests/support/first-load";
import { addressOf } from "../tests/support/records";
import { signedIn } from "../tests/support/visitor";

/** Prints what each page of a school's administrator loads at first; a page over the limit is an error. */
export function firstLoad(): Promise<void> {
  return underLifecycle(
    async (life) => {
      await ensureBuild(life);
      const { address } = await startE2eServers(life);
      const visitor = await signedIn(address, ACCOUNTS.admin);
      const weigh = weigher(visitor.get);
      const rows: FirstLoad[] = [];
      for (const folder of pageFolders().filter((name) => name.startsWith("org-admin")))
        rows.push({ ...(await weigh(await addressOf(folder, visitor))), path: `/${folder}` });
      console.log(tableOf(rows));
      await life.stop(rows.some(({ bytes }) => bytes > FIRST_LOAD_LIMIT) ? 1 : 0);
    },
    { interrupted: 130 },
  );
}

function tableOf(rows: FirstLoad[]): string {
  const width = Math.max(...rows.map(({ path }) => path.length));
  const lines = rows.map(
    ({ path, bytes, scripts }) =>
      `${path.padEnd(width)}  ${kilobytes(bytes).padStart(8)}  ${String(scripts.length).padStart(7)}${bytes > FIRST_LOAD_LIMIT ? "  OVER" : ""}`,
  );
  const head = `${"page".padEnd(width)}  ${"gzipped".padStart(8)}  scripts`;
  return [head, ...lines, `limit ${kilobytes(FIRST_LOAD_LIMIT)}, of 1,024 bytes`].join("\n");
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
