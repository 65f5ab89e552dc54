import type { Command } from "commander";
import { seed, status } from "../lib/database";
import type { Open } from "./context";
import { printJson, printRows } from "./output";

/** `db migrate|seed|status`. */
export function register(program: Command, open: Open): void {
  const db = program.command("db").description("The database: its migrations and its demo.");

  db.command("migrate")
    .description("Make roles and schemas and apply missing migrations, in every placement.")
    .action((_, command: Command) =>
      open(
        command,
        async ({ applied, json }) => {
          if (json) printJson({ applied });
          else console.log(applied.length === 0 ? "Nothing to apply." : `Applied:\n${applied.join("\n")}`);
        },
        { migrate: "always" },
      ),
    );

  db.command("seed")
    .description("Fill an empty database; one with a school in it is left as it is.")
    .requiredOption("--demo", "with the demo schools and their well-known passwords")
    .action((_, command: Command) =>
      open(
        command,
        async ({ urls, json }) => {
          const seeded = await seed(urls);
          if (json) printJson({ seeded });
          else
            console.log(
              seeded ? "Filled with the demo schools." : "There is a school already: nothing changed.",
            );
        },
        { migrate: "always" },
      ),
    );

  db.command("status")
    .description("List migrations with placement and state: applied, pending or changed.")
    .action((_, command: Command) =>
      open(
        command,
        async ({ urls, json }) => {
          const states = await status(urls.owner);
          printRows(
            states.map(({ placement, name, state }) => ({ placement, name, state })),
            { json },
          );
        },
        { migrate: "never" },
      ),
    );
}
