import { chromium } from "@playwright/test";
import lighthouse, { type Config, desktopConfig, type Flags, type Result } from "lighthouse";
import { ACCOUNTS } from "../e2e/pages";
import { ensureBuild } from "../scripts/lib/build";
import { findChromium } from "../scripts/lib/chromium";
import { underLifecycle } from "../scripts/lib/lifecycle";
import { freePort } from "../scripts/lib/processes";
import { UserError } from "../scripts/lib/user-error";
import { startE2eServers } from "../tests/support/e2e-servers";
import { addressOf } from "../tests/support/records";
import { signedIn } from "../tests/support/visitor";

/** What is judged; performance is told alone, since machines differ. */
const JUDGED = ["accessibility", "best-practices", "seo"] as const;
const ALL = ["performance", ...JUDGED] as const;
const LEAST = 95;

const FORMS: Record<string, Config | undefined> = { phone: undefined, desktop: desktopConfig };

type Page = { name: string; path: string; cookie?: string };
type Row = { name: string; scores: Record<(typeof ALL)[number], number>; lost: string[] };

/** Lighthouse on the pages that people see most, as a phone and as a desktop; a judged score below 95 is an error. */
export function lighthouseAll(): Promise<void> {
  return underLifecycle(
    async (life) => {
      const executablePath = findChromium();
      await ensureBuild(life);
      const { address } = await startE2eServers(life);
      const pages = await pagesOf(address);
      const port = await freePort("127.0.0.1");
      const browser = await chromium.launch({
        executablePath,
        args: [
          `--remote-debugging-port=${port}`,
          "--disable-dev-shm-usage",
          "--disable-background-networking",
        ],
      });
      life.onStop(() => browser.close());
      const rows: Row[] = [];
      for (const page of pages)
        for (const [form, config] of Object.entries(FORMS)) {
          console.error(`${page.name}, ${form} ...`);
          rows.push(rowOf(`${page.name}, ${form}`, await run(address, page, port, config)));
        }
      console.log(tableOf(rows));
      await life.stop(rows.some(isBelow) ? 1 : 0);
    },
    { interrupted: 130 },
  );
}

async function pagesOf(address: string): Promise<Page[]> {
  const visitor = await signedIn(address, ACCOUNTS.admin);
  const { cookie } = visitor;
  return [
    { name: "sign-in", path: "/sign-in" },
    { name: "dashboard", path: "/org-admin", cookie },
    { name: "users", path: "/org-admin/users", cookie },
    { name: "class", path: await addressOf("org-admin/classes/[id]", visitor), cookie },
  ];
}

async function run(address: string, { path, cookie }: Page, port: number, config?: Config): Promise<Result> {
  const flags: Flags = {
    port,
    logLevel: "error",
    onlyCategories: [...ALL],
    ...(cookie === undefined
      ? {}
      : {
          extraHeaders: { Cookie: cookie },
          // What is behind sign-in must stay out of search engines: this audit would have it the other way.
          skipAudits: ["is-crawlable"],
        }),
  };
  const answer = await lighthouse(address + path, flags, config);
  if (!answer) throw new Error(`Lighthouse says nothing of ${path}`);
  const { lhr } = answer;
  if (lhr.runtimeError) throw new UserError(`Lighthouse on ${path}: ${lhr.runtimeError.message}`);
  // A page that sends a visitor elsewhere would be judged in its stead.
  if (new URL(lhr.finalDisplayedUrl).pathname !== path)
    throw new UserError(`Lighthouse was led from ${path} to ${lhr.finalDisplayedUrl}.`);
  return lhr;
}

function rowOf(name: string, { categories, audits }: Result): Row {
  const score = (category: string) => Math.round((categories[category]?.score ?? 0) * 100);
  const lost = JUDGED.flatMap((category) =>
    (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const audit = audits[id];
      return weight > 0 && audit?.score !== null && audit?.score !== undefined && audit.score < 1
        ? `${id}: ${audit.title}`
        : [];
    }),
  );
  return {
    name,
    lost,
    scores: {
      performance: score("performance"),
      accessibility: score("accessibility"),
      "best-practices": score("best-practices"),
      seo: score("seo"),
    },
  };
}

function isBelow({ scores }: Row): boolean {
  return JUDGED.some((category) => scores[category] < LEAST);
}

function tableOf(rows: Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const line = (name: string, cells: readonly (string | number)[]) =>
    `${name.padEnd(width)}  ${cells.map((cell, column) => String(cell).padStart(ALL[column]?.length ?? 0)).join("  ")}`;
  return [
    line("page", ALL),
    ...rows.flatMap((row) => [
      `${line(
        row.name,
        ALL.map((category) => row.scores[category]),
      )}${isBelow(row) ? "  BELOW" : ""}`,
      ...row.lost.map((audit) => `    ${audit}`),
    ]),
    `${JUDGED.join(", ")}: ${LEAST} at least; performance is told, not judged.`,
  ].join("\n");
}
