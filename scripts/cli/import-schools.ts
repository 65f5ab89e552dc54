import type { Command } from "commander";
import { LOCALES } from "@/domain/locale";
import { type SchoolListInput, schoolListInput } from "@/domain/onboarding";
import type { SchoolVerdict } from "@/domain/onboarding-list";
import { oneOf } from "@/lib/one-of";
import { UserError } from "../lib/user-error";
import { COMMAND_LINE } from "./actor";
import { contentOf } from "./content";
import type { Open } from "./context";
import { printJson, table } from "./output";
import { say } from "./words";

const EXPLANATION = `
The file is a .csv with a header, in any order: name, contact (the e-mail of whoever shall open the school), and where
you like slug and plan; in Spanish nombre, contacto, subdominio, plan. An .xlsx of that kind will do too. Each line gets
a verdict; lines that stay out are told with the reason and do no harm to the others. Sending a list twice invites
nobody twice.

The mail is queued: the running server sends it, or the next one that \`npm start\` starts.

With --json: {"total": schools read, "invited": how many (with --dry-run: would be), "failed": [{"row", "code", "field",
"value", "reason"}]}`;

type Options = { file: string; language: string; dryRun?: boolean };

/** `schools import`. */
export function registerImport(schools: Command, open: Open): void {
  schools
    .command("import")
    .description("Invite every school on a list to join the platform.")
    .requiredOption("--file <path>", "the list")
    .option("--language <code>", "of the letters: es or en", "es")
    .option("--dry-run", "say what would become of each line, and send nothing")
    .addHelpText("after", EXPLANATION)
    .action((options: Options, command: Command) =>
      open(command, async ({ json }) => {
        const input = await readInput(options);
        const { total, invited, failed } = await send(input, options.dryRun === true);
        const told = failed.map((verdict) => ({
          row: verdict.line,
          code: verdict.code,
          field: verdict.field,
          value: verdict.value,
          reason: reasonOf(verdict),
        }));
        if (json) return printJson({ total, invited, failed: told });
        if (told.length > 0) console.log(`${table(told)}\n`);
        const what = options.dryRun ? "would be invited" : "invited; the running server sends the mail";
        console.log(`${invited} of ${total} ${what}.`);
      }),
    );
}

async function readInput({ file, language }: Options): Promise<SchoolListInput> {
  const locale = oneOf(LOCALES, language);
  if (!locale) throw new UserError(`There is no language ${language}: choose among ${LOCALES.join(", ")}.`);
  const { readInvitationFile } = await import("@/server/services/invitation");
  const { text } = await readInvitationFile({ content: await contentOf(file) });
  const input = schoolListInput.safeParse({ text, locale });
  if (!input.success) throw new UserError(say(`errors.${input.error.issues[0]?.message ?? "failed"}`));
  return input.data;
}

async function send(input: SchoolListInput, dryRun: boolean) {
  // The renderer of mails behind it takes longer to load than all the rest: no other command waits for it.
  const { importSchools, previewSchools } = await import("@/server/services/onboarding");
  if (!dryRun) return importSchools(COMMAND_LINE, input);
  const verdicts = await previewSchools(COMMAND_LINE, input);
  const failed = verdicts.filter(({ code }) => code !== "ok");
  return { total: verdicts.length, invited: verdicts.length - failed.length, failed };
}

function reasonOf({ code, problem, firstLine }: SchoolVerdict): string {
  return problem
    ? say(`errors.${problem}`)
    : say(`schoolImport.reasons.${code}`, { firstLine: firstLine ?? 0 });
}
