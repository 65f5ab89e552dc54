import type { Command } from "commander";
import type { OrganizationActor } from "@/db/scope";
import type { InvitationListInput } from "@/domain/invitation";
import { invitationListInput } from "@/domain/invitation";
import { type InvitationVerdict, isRefused } from "@/domain/invitation-verdict";
import { UserError } from "../lib/user-error";
import { actorIn, readRole } from "./actor";
import { contentOf } from "./content";
import type { Open } from "./context";
import { printJson, table } from "./output";
import { say } from "./words";

const EXPLANATION = `
The file is a .csv with the columns e-mail, name, role and class, one person a line in any order, or an .xlsx of
either kind. Each line gets a verdict; lines that stay out are told with the reason and do no harm to the others.
Sending a list twice invites nobody twice.

The mail is queued: the running server sends it, or the next one that \`npm start\` starts.

With --json: {"rows": lines read, "invited": how many (with --dry-run: would be), "refused": [{"line", "code",
"reason"}]}`;

type Options = { file: string; role?: string; dryRun?: boolean };
type Outcome = { rows: number; invited: number; refused: readonly InvitationVerdict[] };

/** `invitations send`. */
export function register(program: Command, open: Open): void {
  const invitations = program.command("invitations").description("Inviting people; needs --school.");

  invitations
    .command("send")
    .description("Invite everyone on a list.")
    .requiredOption("--file <path>", "the list")
    .option("--role <role>", "the role for lines that name none")
    .option("--dry-run", "say what would become of each line, and send nothing")
    .addHelpText("after", EXPLANATION)
    .action((options: Options, command: Command) =>
      open(command, async ({ json, requireSchool }) => {
        const role = options.role ? readRole(options.role) : undefined;
        // As its own admin: a list makes nobody an administrator of the platform.
        const actor = { ...(await actorIn(requireSchool())), role: "ORG_ADMIN" as const };
        const { readInvitationFile } = await services();
        const { text } = await readInvitationFile({ content: await contentOf(options.file) });
        const input = invitationListInput.safeParse({ text, role });
        if (!input.success) throw new UserError(say(`errors.${input.error.issues[0]?.message ?? "failed"}`));
        const outcome = await send(actor, input.data, options.dryRun === true);
        const refused = outcome.refused.map((verdict) => ({
          line: verdict.line,
          code: verdict.code,
          reason: say(`verdicts.reason.${verdict.code}`, { firstLine: verdict.firstLine ?? 0 }),
        }));
        if (json) printJson({ rows: outcome.rows, invited: outcome.invited, refused });
        else {
          if (refused.length > 0) console.log(`${table(refused)}\n`);
          const what = options.dryRun ? "would be invited" : "invited; the running server sends the mail";
          console.log(`${outcome.invited} of ${outcome.rows} ${what}.`);
        }
      }),
    );
}

async function send(actor: OrganizationActor, input: InvitationListInput, dryRun: boolean): Promise<Outcome> {
  const { previewInvitations, sendInvitations } = await services();
  if (!dryRun) return sendInvitations(actor, input);
  const verdicts = await previewInvitations(actor, input);
  const refused = verdicts.filter(({ code }) => isRefused(code));
  return { rows: verdicts.length, invited: verdicts.length - refused.length, refused };
}

// The renderer of mails behind it takes longer to load than all the rest: no other command waits for it.
function services() {
  return import("@/server/services/invitation");
}
