import { and, eq, inArray, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/core/invitations";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { InviteRecordInput } from "@/domain/record-account";
import { ROLE_OF_RECORD } from "@/domain/record-account-list";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { ACCOUNT_ACTIONS, holderOf, lockRecord, subjectOf } from "../record-account";
import { type JudgedRecord, judgeRecords } from "./judge-records";
import { countFreeSeats, lockSending, noSeats } from "./seats";
import { writeSending } from "./write-sending";

/**
 * Invites the person of a record at an address; whoever accepts is linked to the record. An invitation of the same role
 * that the address has already becomes the record's (`waiting`), and is not sent anew. Throws CONFLICT, at the address
 * where it is about that, for whom the record has an account or an invitation, and where a member has the address.
 */
export async function inviteRecord(
  actor: OrganizationActor,
  { email, ...ref }: InviteRecordInput,
): Promise<{ outcome: "new" | "waiting" }> {
  return inOrganization(actor, async (tx) => {
    // Before the record, as whoever accepts takes the two.
    const school = await lockSending(tx);
    await lockPending(tx, email);
    const record = await lockRecord(tx, ref);
    const isLinked = holderOf(record) !== null;
    const [judged] = await judgeRecords(tx, [{ ref, name: record.name, email, isLinked }]);
    const verdict = judged?.verdict;
    if (!judged || (verdict !== "new" && verdict !== "waiting")) throw refusalOf(judged);
    await sendToRecords(tx, [judged], school);
    return { outcome: verdict };
  });
}

/** Sends to those who can be invited, ties the invitations that wait, and tells the log of both. */
export async function sendToRecords(
  tx: TenantTx,
  judged: readonly JudgedRecord[],
  school: Awaited<ReturnType<typeof lockSending>>,
): Promise<{ batchId: string | null; invited: number; tied: number }> {
  const fresh = judged.filter(({ verdict }) => verdict === "new");
  const waiting = judged.filter(({ verdict }) => verdict === "waiting");
  const free = await countFreeSeats(tx, school);
  if (fresh.length > free) throw noSeats(fresh.length, free, { field: "email" });
  for (const kind of ["student", "guardian"] as const)
    await tie(
      tx,
      waiting.filter(({ ref }) => ref.kind === kind),
      kind,
    );
  const days = school.settings["invitations.days"];
  const sent =
    fresh.length === 0
      ? undefined
      : await writeSending(
          tx,
          fresh.map(({ ref, name, email }, index) => ({
            ...{ line: index + 1, email, name, role: ROLE_OF_RECORD[ref.kind], record: ref },
            ...{ classId: null, className: "", code: "new" as const },
          })),
          { days },
        );
  const invited = fresh.filter(({ email }) => sent?.created.has(email));
  await recordEvents(tx, [
    ...invited.map(({ ref, email }) => ({
      action: "invitation.sent",
      subject: { type: "invitation", id: sent?.created.get(email) ?? null, name: email },
      after: { role: ROLE_OF_RECORD[ref.kind], class: null },
    })),
    ...[...invited, ...waiting].map((record) => ({
      action: ACCOUNT_ACTIONS[record.ref.kind].invited,
      subject: subjectOf(record),
      after: { email: record.email },
    })),
  ]);
  return { batchId: sent?.batchId ?? null, invited: invited.length, tied: waiting.length };
}

/** One statement whatever their number: which invitation becomes whose is told beside them. */
async function tie(
  tx: TenantTx,
  waiting: readonly JudgedRecord[],
  kind: JudgedRecord["ref"]["kind"],
): Promise<void> {
  if (waiting.length === 0) return;
  const recordOf = sql`case ${invitations.id} ${sql.join(
    waiting.map(({ ref, invitationId }) => sql`when ${invitationId}::uuid then ${ref.id}::uuid`),
    sql` `,
  )} end`;
  await tx.db
    .update(invitations)
    .set(kind === "student" ? { studentId: recordOf } : { guardianId: recordOf })
    .where(
      and(
        eq(invitations.organizationId, tx.actor.organizationId),
        inArray(
          invitations.id,
          waiting.flatMap(({ invitationId }) => invitationId ?? []),
        ),
      ),
    );
}

async function lockPending(tx: TenantTx, email: string): Promise<void> {
  await tx.db
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.organizationId, tx.actor.organizationId),
        eq(invitations.email, email),
        eq(invitations.status, "pending"),
      ),
    )
    .for("update");
}

const REFUSALS = {
  linked: "recordAccount.hasAccount",
  invited: "recordAccount.invited",
  member: "recordAccount.member",
  other_member: "recordAccount.otherMember",
  invited_elsewhere: "recordAccount.invitedElsewhere",
} as const;

function refusalOf(judged: JudgedRecord | undefined): DomainError {
  const { verdict, email = "", about = "" } = judged ?? {};
  const key = verdict && verdict in REFUSALS ? REFUSALS[verdict as keyof typeof REFUSALS] : "email.empty";
  const isOfRecord = verdict === "linked" || verdict === "invited";
  return new DomainError("conflict", key, {
    ...(!isOfRecord && { field: "email" }),
    values: verdict === "invited" ? { email: about } : { email, name: about },
  });
}
