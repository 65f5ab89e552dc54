import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { InvitationListInput } from "@/domain/invitation";
import { type InvitationVerdict, isRefused } from "@/domain/invitation-verdict";
import { recordEvents } from "../audit";
import { judgeList } from "./judge-list";
import { countFreeSeats, lockSending, noSeats } from "./seats";
import { writeSending } from "./write-sending";

export type SentList = { batchId: string; rows: number; invited: number; refused: InvitationVerdict[] };

/**
 * Invites everyone on the list whose verdict allows it and hands the mail to the queue, in one transaction. Judged
 * anew: what was previewed may have changed since. An address never gets two pending invitations, whoever else
 * sends at the same time. Throws CONFLICT where the school's seats would not suffice.
 */
export async function sendInvitations(
  actor: OrganizationActor,
  input: InvitationListInput,
): Promise<SentList> {
  return inOrganization(actor, async (tx) => {
    const school = await lockSending(tx);
    const verdicts = await judgeList(tx, input);
    const wanted = verdicts.filter(({ code }) => !isRefused(code));
    const free = await countFreeSeats(tx, school);
    if (wanted.length > free) throw noSeats(wanted.length, free, { field: "text" });
    const days = input.expiresInDays ?? school.settings["invitations.days"];
    const { batchId, created, refused } = await writeSending(tx, verdicts, { days });
    await recordEvents(
      tx,
      wanted.flatMap(({ email, role, className }) => {
        const id = created.get(email);
        const subject = { type: "invitation", id: id ?? null, name: email };
        return id ? [{ action: "invitation.sent", subject, after: { role, class: className || null } }] : [];
      }),
    );
    return { batchId, rows: verdicts.length, invited: created.size, refused };
  });
}
