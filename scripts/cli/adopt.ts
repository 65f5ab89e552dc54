import type { Command } from "commander";
import { AdoptionError } from "@/db/adopt/adoption-error";
import { backfill } from "@/db/adopt/backfill";
import { contract } from "@/db/adopt/contract";
import { expand } from "@/db/adopt/expand";
import { rollback } from "@/db/adopt/rollback";
import { adoptionStatus } from "@/db/adopt/status";
import type { Step } from "@/db/adopt/step";
import { ROOT } from "../lib/paths";
import { UserError } from "../lib/user-error";
import type { Context, Open } from "./context";
import { printJson, printRows } from "./output";

const EXPLANATION = `
The old code goes on writing until \`contract\`. Every verb can be stopped with Ctrl-C and given again; \`rollback\`
goes one phase back. Progress goes to standard error. Read docs/adopting.md first.`;

type ExpandOptions = { from: string; slug: string; name: string };

/** `adopt status|expand|backfill|contract|rollback`. */
export function register(program: Command, open: Open): void {
  const adopt = program
    .command("adopt")
    .description("Make an existing database of one school into this one, in three phases.")
    .addHelpText("after", EXPLANATION);
  const verb = (name: string, description: string) => adopt.command(name).description(description);
  const run = (command: Command, work: (context: Context) => Promise<void>) =>
    open(command, (context) => work(context).catch(explain), { migrate: "never" });

  verb("status", "Say how far it is, and what asks for attention.").action((_, command: Command) =>
    run(command, async ({ urls, json }) => {
      const status = await adoptionStatus(urls.owner);
      if (json) return printJson(status);
      const { phase, tables, problems, ...counts } = status;
      console.log(`Phase: ${phase}\n`);
      printRows(tables);
      console.log("");
      printRows([counts]);
      if (problems.length > 0) printRows(problems);
    }),
  );

  verb("expand", "1: our tables beside the old ones, and triggers that follow every write to those.")
    .option("--from <schema>", "the schema of the old tables", "public")
    .option("--slug <slug>", "the school's slug, where there is no default school yet", "school")
    .option("--name <name>", "the school's name, likewise", "School")
    .action(({ from, slug, name }: ExpandOptions, command: Command) =>
      run(command, async ({ urls, json }) => {
        await expand(urls, { from, school: { slug, name }, root: ROOT }, teller());
        done(json, { phase: "expanded" }, "Expanded: `adopt backfill` is next.");
      }),
    );

  verb("backfill", "2: the rows that were there already, in batches.")
    .option("--batch-size <rows>", "rows of one transaction", "500")
    .action(({ batchSize }: { batchSize: string }, command: Command) =>
      run(command, async ({ urls, json }) => {
        const rows = Number(batchSize);
        if (!Number.isInteger(rows) || rows < 1 || rows > 10_000)
          throw new UserError("--batch-size is a number from 1 to 10000.");
        await backfill(urls.owner, { batchSize: rows }, teller());
        done(
          json,
          { phase: "backfilled" },
          "Backfilled: `adopt contract` is next, when the old code can stop.",
        );
      }),
    );

  verb("contract", "3: compare, validate, end the following and rename the old tables.").action(
    (_, command: Command) =>
      run(command, async ({ urls, json }) => {
        const verdicts = await contract(urls.owner, { root: ROOT }, teller());
        const tables = verdicts.map(({ table, before, after, checksum }) => ({
          table,
          before,
          after,
          checksum,
        }));
        if (json) return printJson({ phase: "contracted", tables });
        printRows(tables);
        console.log("Contracted: the old tables are called …_before_homeroom now.");
      }),
  );

  verb(
    "rollback",
    "One phase back: from `contract` to the old tables, from before it to where there was no tool.",
  )
    .option("--discard-new", "after `contract`: without what was written in the new shape since")
    .action(({ discardNew = false }: { discardNew?: boolean }, command: Command) =>
      run(command, async ({ urls, json }) => {
        const { to, leftBehind } = await rollback(urls.owner, { discardNew }, teller());
        if (json) return printJson({ phase: to, leftBehind });
        console.log(`Rolled back: ${to === "none" ? "nothing of the tool is left" : `the phase is ${to}`}.`);
        for (const [what, count] of Object.entries(leftBehind))
          console.log(`Left in the new tables, without a place in the old ones: ${what} ${count}`);
      }),
    );
}

function teller(): Step {
  return (name, progress) =>
    console.error(progress ? `${progress.table}: ${progress.carried} carried` : `${name}: done`);
}

function done(json: boolean, answer: { phase: string }, sentence: string): void {
  if (json) printJson(answer);
  else console.log(sentence);
}

function explain(error: unknown): never {
  throw error instanceof AdoptionError ? new UserError(error.message) : error;
}
