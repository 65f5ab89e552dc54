import { Command } from "commander";
import { underLifecycle } from "../lib/lifecycle";
import * as adopt from "./adopt";
import * as audit from "./audit";
import { type Open, opener } from "./context";
import * as db from "./db";
import * as imports from "./imports";
import * as invitations from "./invitations";
import { report } from "./output";
import * as schools from "./schools";
import * as students from "./students";
import * as users from "./users";

const NOUNS = [schools, users, students, imports, invitations, audit, db, adopt];

const EXPLANATION = `
Uses the server that \`npm start\` runs, or starts it for the duration; with DATABASE_OWNER_URL or DATABASE_URL
set, that database. Answers go to standard output, mistakes to standard error.

Exit codes: 0 done, 1 refused or failed, 2 not understood.

Examples:
  npm run -s cli -- schools list
  npm run -s cli -- schools delete --slug liceo-viejo --confirm liceo-viejo
  npm run -s cli -- users list --school stemblock --role COACH --search avila
  npm run -s cli -- users create --school stemblock --email a@b.example --name "Ana Peña" --role COACH
  npm run -s cli -- students import --school stemblock --file matricula.xls --dry-run --json
  npm run -s cli -- imports undo --school stemblock ID
  npm run -s cli -- students export --school stemblock --out matricula.xlsx
  npm run -s cli -- invitations send --school stemblock --file list.csv --dry-run --json
  npm run -s cli -- schools import --file schools.csv --dry-run
  npm run -s cli -- audit verify --json
  npm run -s cli -- db status
  npm run -s cli -- db seed --demo
  npm run -s cli -- db migrate --json
  npm run -s cli -- adopt status --json`;

/** Runs the command line's command and ends the process. */
export function run(argv: string[]): Promise<void> {
  return underLifecycle(
    async (life) => {
      const code = await program(opener(life))
        .parseAsync(argv)
        .then(() => 0, report);
      await life.stop(code);
    },
    { interrupted: 130 },
  );
}

/** Every command, over the database that `open` opens. */
export function program(open: Open): Command {
  const command = new Command("cli")
    .usage("<noun> <verb> [options]")
    .description("Homeroom from the command line, for those who run it.")
    .option("--school <slug>", "the school to work in")
    .option("--json", "answer with JSON")
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", EXPLANATION);
  for (const noun of NOUNS) noun.register(command, open);
  // Errors are thrown, not exited on: the server may have to be stopped first.
  for (const each of withDescendants(command)) each.exitOverride().configureHelp({ showGlobalOptions: true });
  return command;
}

function withDescendants(command: Command): Command[] {
  return [command, ...command.commands.flatMap((child) => withDescendants(child))];
}
