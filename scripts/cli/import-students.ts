import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Command } from "commander";
import type { OrganizationActor } from "@/db/scope";
import { columnOf } from "@/domain/matricula/columns";
import {
  applyImportInput,
  checkImportInput,
  chooseTableInput,
  importRowsInput,
  uploadImportInput,
} from "@/domain/student-import";
import { IMPORT_LIMITS, MAX_IMPORT_PAGE } from "@/domain/student-import-list";
import {
  applyImport,
  cancelImport,
  checkImport,
  chooseTable,
  eraseImport,
  getImport,
  giveUpImport,
  listImportRows,
  uploadImport,
  workOnImport,
} from "@/server/services/student-import";
import { errorCode, UserError } from "../lib/user-error";
import { actorIn } from "./actor";
import { contentOf } from "./content";
import type { Open } from "./context";
import { printJson, Refuted, table } from "./output";
import { say } from "./words";

const EXPLANATION = `
The file is a Matrícula: .xls, .xlsx or .csv, its headings found by what they say. Rows that stay out are told with the
reason and do no harm to the others. An import that would change more of the school's students than its setting allows
waits: for --confirm here, or for an admin's yes on the screen. Sending a file twice changes nothing.

With --json: {"id", "state", "total": rows read, "created", "updated", "unchanged" (with --dry-run: what would become of
them), "failed": [{"row", "column", "cell", "value", "code", "reason"}], "representatives", "families", "links",
"warnings": rows with something odd that went in, "conflicts": fields edited by hand, which are kept, "held"}`;

type Options = { file: string; sheet?: string; headerRow?: string; dryRun?: boolean; confirm?: boolean };

/** `students import`. */
export function registerImport(students: Command, open: Open): void {
  students
    .command("import")
    .description("Import a Matrícula into a school.")
    .requiredOption("--file <path>", "the spreadsheet")
    .option("--sheet <name>", "the sheet, where another one was found")
    .option("--header-row <number>", "the row of the headings, where another one was found")
    .option("--dry-run", "say what would become of each row, and change nothing")
    .option("--confirm", "say yes to an import that waits for it")
    .addHelpText("after", EXPLANATION)
    .action(({ dryRun = false, confirm = false, ...given }: Options, command: Command) =>
      open(command, async ({ json, requireSchool }) => {
        const actor = await actorIn(requireSchool());
        const id = await checked(actor, given);
        const found = await getImport(actor, { id });
        const isHeld = found.state === "held" && !confirm && !dryRun;
        if (dryRun) {
          const answer = await answerOf(actor, id);
          // Nothing is kept of a file that was only looked at.
          await cancelImport(actor, { id });
          await eraseImport(actor, { id });
          return print(answer, { json, what: "would be" });
        }
        if (!isHeld) {
          await applyImport(actor, applyImportInput.parse({ id, confirm }));
          await finish(actor, id);
        }
        const answer = await answerOf(actor, id);
        print(answer, { json, what: isHeld ? "would be" : "were" });
        if (answer.failure) throw new UserError(say(`errors.${answer.failure}`));
        if (!isHeld) return;
        if (json) throw new Refuted();
        throw new UserError(`${say("errors.importFile.held", { ...found.hold })} Here: --confirm.`);
      }),
    );
}

/** Has the file read and its rows checked; whatever is wrong with it as a whole ends the command. */
async function checked(actor: OrganizationActor, given: Options): Promise<string> {
  const { file } = given;
  const { id } = await uploadImport(actor, await fileAt(file), { inBackground: false });
  await workOnImport(actor, { id });
  await placeTable(actor, id, given);
  const { state, failure, missing } = await getImport(actor, { id });
  if (state === "failed") throw new UserError(`${file}: ${say(`errors.${failure}`)}`);
  if (missing.length > 0) {
    const names = missing.map((field) => columnOf(field).header).join(", ");
    throw new UserError(`${file}: no column was found for ${names}.`);
  }
  await checkImport(actor, checkImportInput.parse({ id }), { inBackground: false });
  await workOnImport(actor, { id });
  return id;
}

/** Has the file read from the sheet and the row that were named, as far as they were. */
async function placeTable(
  actor: OrganizationActor,
  id: string,
  { sheet, headerRow }: Options,
): Promise<void> {
  if (sheet === undefined && headerRow === undefined) return;
  const found = await getImport(actor, { id });
  if (found.state === "failed") return;
  const named = sheet ?? found.sheet;
  const known = found.sheets.find(({ name }) => name === named);
  const input = chooseTableInput.safeParse({
    ...{ id, sheet: named },
    headerRow: Number(headerRow ?? known?.headerRow ?? 1),
  });
  if (!known || !input.success) {
    const names = found.sheets.map(({ name }) => name).join(", ");
    throw new UserError(`${say("errors.importFile.table")} Sheets: ${names}.`);
  }
  await chooseTable(actor, input.data, { inBackground: false });
  await workOnImport(actor, { id });
}

async function fileAt(path: string) {
  const size = await stat(path).then(
    (found) => found.size,
    (error: unknown) => {
      throw new UserError(`${path} cannot be read: ${errorCode(error) ?? "no such file"}.`);
    },
  );
  // Before it is read: what is too large is not to fill the memory.
  if (size > IMPORT_LIMITS.bytes) throw new UserError(`${path}: ${say("errors.importFile.tooLarge")}`);
  const input = uploadImportInput.safeParse({ fileName: basename(path), content: await contentOf(path) });
  if (!input.success) throw new UserError(say(`errors.${input.error.issues[0]?.message ?? "failed"}`));
  return input.data;
}

const ATTEMPTS = 3;
const POLL_MS = 250;

/** Writes the import here, or waits for the server that has taken it up. */
async function finish(actor: OrganizationActor, id: string): Promise<void> {
  for (let attempt = 1; ; ) {
    try {
      const went = await workOnImport(actor, { id });
      if ((await getImport(actor, { id })).state !== "applying") return;
      if (went === "busy") await setTimeout(POLL_MS);
    } catch (error) {
      if (attempt === ATTEMPTS) {
        await giveUpImport(actor, { id });
        throw error;
      }
      attempt += 1;
    }
  }
}

type Answer = Awaited<ReturnType<typeof answerOf>>;

async function answerOf(actor: OrganizationActor, id: string) {
  const [{ state, counts, hold, failure }, failed] = await Promise.all([
    getImport(actor, { id }),
    failedRows(actor, id),
  ]);
  const { total = 0, created = 0, updated = 0 } = counts;
  return {
    ...{ id, state, total, created, updated, unchanged: total - created - updated - failed.length, failed },
    ...{
      representatives: counts.representatives ?? 0,
      families: counts.families ?? 0,
      links: counts.links ?? 0,
    },
    ...{ warnings: counts.warned ?? 0, conflicts: counts.conflicts ?? 0, held: hold, failure },
  };
}

/** Each row that stays out with the first thing that is wrong with it. */
async function failedRows(actor: OrganizationActor, id: string) {
  const failed = [];
  for (let cursor: string | undefined; ; ) {
    const input = importRowsInput.parse({ id, verdict: "error", cursor, limit: MAX_IMPORT_PAGE });
    const page = await listImportRows(actor, input);
    for (const { rowNumber, problems } of page.rows) {
      const problem = problems.find(({ fatal }) => fatal);
      if (!problem) continue;
      const { column, header, field, value, code, values } = problem;
      failed.push({
        ...{ row: rowNumber, column: header || columnOf(field).header },
        ...{
          cell: column ? `${column}${rowNumber}` : "",
          value,
          code,
          reason: say(`errors.${code}`, values),
        },
      });
    }
    if (page.nextCursor === null) return failed;
    cursor = page.nextCursor;
  }
}

function print({ failure, ...answer }: Answer, { json, what }: { json: boolean; what: string }): void {
  if (json) {
    printJson(answer);
    return;
  }
  const { total, created, updated, unchanged, failed } = answer;
  if (failed.length > 0) console.log(`${table(failed)}\n`);
  console.log(
    `Of ${total} rows ${created} ${what} added and ${updated} changed; ${unchanged} stay as they are, ${failed.length} stay out.`,
  );
}
