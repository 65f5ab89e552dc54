import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../scripts/lib/paths";
import type { BenchSchool } from "./data";
import { type Timing, timing } from "./measure";
import { callerOf } from "./ways";

export type InvitationsResult = { preview: Timing; send: Timing; invited: number };

/** The list of 250, previewed and then really sent, mail queued: each time by another school. */
export async function measureInvitations(schools: BenchSchool[], runs: number): Promise<InvitationsResult> {
  const text = readFileSync(join(ROOT, "tests/fixtures/invitees-250.csv"), "utf8");
  const previews: number[] = [];
  const sendings: number[] = [];
  let invited = 0;
  for (let run = 0; run < runs; run++) {
    const school = schools[run % schools.length];
    if (!school) break;
    // The same addresses again would be refused, and cost less.
    const list = { text: text.replaceAll(/@school\.example/gi, `@run-${run}.example`) };
    previews.push(await time(async () => (await callerOf(school)).invitation.preview(list)));
    sendings.push(
      await time(async () => {
        ({ invited } = await (await callerOf(school)).invitation.send(list));
      }),
    );
  }
  return { preview: timing(previews), send: timing(sendings), invited };
}

async function time(fn: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await fn();
  return performance.now() - began;
}
