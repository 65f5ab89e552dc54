import type { Command } from "commander";
import { platformHead, recordHeads, sealEvents, type Verdict, verifyChains } from "@/server/services/audit";
import { UserError } from "../lib/user-error";
import { actorIn, COMMAND_LINE } from "./actor";
import type { Open } from "./context";
import { printJson, Refuted, table } from "./output";

type Head = { position: number; hash: string };

/** `audit verify`. */
export function register(program: Command, open: Open): void {
  const audit = program.command("audit").description("The audit log of every school and of the platform.");

  audit
    .command("verify")
    .description("Hold the log against its chains: what was edited, removed, moved or put in is found.")
    .option("--head <position:hash>", "where the platform's chain ended at an earlier time")
    .addHelpText(
      "after",
      `
With --school, that school's chain alone. Seals what still waits, and records where the chains end.
The answer has the end of the platform's chain as \`head\`: kept outside the database and given
with --head the next time, it shows whether the end of that chain was cut off.

Exit codes: 0 every chain holds, 1 faults were found.`,
    )
    .action((options: { head?: string }, command: Command) =>
      open(command, async ({ json, school }) => {
        const chain = school === undefined ? undefined : (await actorIn(school)).organizationId;
        const head = options.head === undefined ? undefined : readHead(options.head);
        const verdict = await verifyChains(COMMAND_LINE, { chain, head });
        // What is wrong already must not be written down as what is right.
        if (verdict.faults.length === 0) await recordHeads(COMMAND_LINE, { now: true });
        while ((await sealEvents(COMMAND_LINE)) > 0);
        const end = await platformHead(COMMAND_LINE);
        const answer = { ...verdict, head: end && `${end.position}:${end.hash}` };
        if (json) printJson(answer);
        else console.log(inWords(answer));
        if (verdict.faults.length > 0) throw new Refuted();
      }),
    );
}

function readHead(text: string): Head {
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!position || !hash) throw new UserError(`${text} is no head: give what the answer calls so.`);
  return { position: Number(position), hash };
}

function inWords({ chains, events, faults, head }: Verdict & { head: string | null }): string {
  const counted = `${events} events in ${chains} ${chains === 1 ? "chain" : "chains"}`;
  if (faults.length === 0) return `${counted}: nothing was changed.\nhead ${head ?? "none"}`;
  const rows = faults.map(({ chain, position, eventId, fault }) => ({ fault, chain, position, eventId }));
  return `${counted}: ${faults.length} ${faults.length === 1 ? "fault" : "faults"}.\n${table(rows)}`;
}
