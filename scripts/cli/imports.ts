import { setTimeout } from "node:timers/promises";
import type { Command } from "commander";
import type { OrganizationActor } from "@/db/scope";
import { importIdInput, listImportsInput } from "@/domain/student-import";
import { MAX_IMPORT_PAGE } from "@/domain/student-import-list";
import {
  getImport,
  listImports,
  listKept,
  previewUndo,
  undoImport,
  workOnImport,
} from "@/server/services/student-import";
import { UserError } from "../lib/user-error";
import { actorIn } from "./actor";
import type { Open } from "./context";
import { printJson, printRows, type Row, table } from "./output";
import { say } from "./words";

const POLL_MS = 250;

const EXPLANATION = `
Records that the import made go, fields have the values of before. What somebody edited since is kept and named.

With --json: {"id", "state", "reverted": changes taken back (with --dry-run: that would be), "kept": [{"row", "name",
"entity", "field"}]}`;

/** `imports list|undo`. */
export function register(program: Command, open: Open): void {
  const imports = program.command("imports").description("Imports of students; needs --school.");

  imports
    .command("list")
    .description("List the imports of a school, the latest first, with the id that undo takes.")
    .action((_, command: Command) =>
      open(command, async ({ json, requireSchool }) => {
        const actor = await actorIn(requireSchool());
        const rows: Row[] = [];
        for (let cursor: string | undefined; ; ) {
          const page = await listImports(actor, listImportsInput.parse({ cursor, limit: MAX_IMPORT_PAGE }));
          rows.push(
            ...page.rows.map(({ id, fileName, state, counts, createdBy, createdAt, undoUntil }) => ({
              ...{ id, file: fileName, state, by: createdBy, at: createdAt, undoUntil },
              ...{
                total: counts.total,
                created: counts.created,
                updated: counts.updated,
                failed: counts.error,
              },
            })),
          );
          if (page.nextCursor === null) break;
          cursor = page.nextCursor;
        }
        printRows(rows, { json });
      }),
    );

  imports
    .command("undo <id>")
    .description("Take a whole import back, field by field.")
    .option("--dry-run", "say what would be taken back and what kept, and change nothing")
    .addHelpText("after", EXPLANATION)
    .action((given: string, { dryRun = false }: { dryRun?: boolean }, command: Command) =>
      open(command, async ({ json, requireSchool }) => {
        const actor = await actorIn(requireSchool());
        const input = importIdInput.safeParse({ id: given });
        if (!input.success)
          throw new UserError(`${given} is no id of an import: \`imports list\` shows them.`);
        if (dryRun)
          return print(await wouldUndo(actor, input.data.id), { json, what: "Would be taken back" });
        const { id } = await undoImport(actor, input.data);
        // Here, or by the server that has taken it up.
        while ((await getImport(actor, { id })).state === "undoing")
          if ((await workOnImport(actor, { id })) === "busy") await setTimeout(POLL_MS);
        const { state, counts, failure } = await getImport(actor, { id });
        if (failure) throw new UserError(say(`errors.${failure}`));
        print(
          { id, state, reverted: counts.reverted ?? 0, kept: await keptOf(actor, id) },
          { json, what: "Taken back" },
        );
      }),
    );
}

type Undone = { id: string; state: string; reverted: number; kept: Row[] };

async function wouldUndo(actor: OrganizationActor, id: string): Promise<Undone> {
  const { reverted, kept } = await previewUndo(actor, { id }, { shown: Number.POSITIVE_INFINITY });
  const { state } = await getImport(actor, { id });
  return { id, state, reverted, kept: kept.map(keptRow) };
}

async function keptOf(actor: OrganizationActor, id: string): Promise<Row[]> {
  const kept: Row[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listKept(actor, { id, cursor });
    kept.push(...page.rows.map(keptRow));
    if (page.nextCursor === null) return kept;
    cursor = page.nextCursor;
  }
}

function keptRow(line: { rowNumber: number; name: string; entity: string; field: string | null }): Row {
  return { row: line.rowNumber, name: line.name, entity: line.entity, field: line.field };
}

function print(undone: Undone, { json, what }: { json: boolean; what: string }): void {
  if (json) {
    printJson(undone);
    return;
  }
  if (undone.kept.length > 0) console.log(`${table(undone.kept)}\n`);
  console.log(`${what}: ${undone.reverted} changes. Kept, since edited: ${undone.kept.length}.`);
}
