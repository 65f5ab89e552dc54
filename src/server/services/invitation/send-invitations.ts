import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { invitationBatches, invitations } from "@/db/schema/core/invitations";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { InvitationListInput } from "@/domain/invitation";
import { type InvitationVerdict, isRefused } from "@/domain/invitation-verdict";
import { DAY } from "@/lib/duration";
import { newId } from "@/lib/ids";
import { searchKey } from "@/lib/text-keys";
import { enqueue } from "@/server/adapters/queue";
import { recordEvents } from "../audit";
import { judgeList } from "./judge-list";
import { countFreeSeats, lockSending, noSeats } from "./seats";

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
    const batchId = newId();
    const days = input.expiresInDays ?? school.settings["invitations.days"];
    const expiresAt = new Date(Date.now() + days * DAY);
    await expireOld(tx, wanted);
    await tx.db.insert(invitationBatches).values({
      organizationId: actor.organizationId,
      id: batchId,
      createdBy: actor.userId,
      lineCount: verdicts.length,
      invitedCount: 0,
      refused: [],
    });
    const created = await insertInvitations(tx, wanted, { batchId, expiresAt });
    const refused = verdicts.flatMap((verdict) => {
      if (isRefused(verdict.code)) return [verdict];
      return created.has(verdict.email) ? [] : [{ ...verdict, code: "already_invited" as const }];
    });
    await finishBatchRow(tx, batchId, created.size, refused);
    await recordEvents(
      tx,
      wanted.flatMap(({ email, role, className }) => {
        const id = created.get(email);
        const subject = { type: "invitation", id: id ?? null, name: email };
        return id ? [{ action: "invitation.sent", subject, after: { role, class: className || null } }] : [];
      }),
    );
    if (created.size > 0) await enqueue(tx, "send-invitations", { batchId, invitationIds: null });
    return { batchId, rows: verdicts.length, invited: created.size, refused };
  });
}

// An invitation whose time is up makes way for a new one to the same address.
async function expireOld(tx: TenantTx, wanted: readonly InvitationVerdict[]): Promise<void> {
  if (wanted.length === 0) return;
  await tx.db
    .update(invitations)
    .set({ status: "expired", closedAt: sql`now()` })
    .where(
      and(
        eq(invitations.organizationId, tx.actor.organizationId),
        eq(invitations.status, "pending"),
        lte(invitations.expiresAt, sql`now()`),
        inArray(
          invitations.email,
          wanted.map(({ email }) => email),
        ),
      ),
    );
}

async function insertInvitations(
  tx: TenantTx,
  wanted: readonly InvitationVerdict[],
  { batchId, expiresAt }: { batchId: string; expiresAt: Date },
): Promise<Map<string, string>> {
  const rows = wanted.flatMap(({ email, name, role, classId, line }) =>
    role === null
      ? []
      : [{ email, name, role, classId, line, id: newId(), searchKey: searchKey(`${name} ${email}`) }],
  );
  if (rows.length === 0) return new Map();
  const { organizationId, userId } = tx.actor;
  const created = await tx.db
    .insert(invitations)
    .values(rows.map((row) => ({ ...row, organizationId, invitedBy: userId, batchId, expiresAt })))
    .onConflictDoNothing()
    .returning({ id: invitations.id, email: invitations.email });
  return new Map(created.map(({ id, email }) => [email, id]));
}

async function finishBatchRow(
  tx: TenantTx,
  batchId: string,
  invitedCount: number,
  refused: InvitationVerdict[],
): Promise<void> {
  const done = invitedCount === 0;
  await tx.db
    .update(invitationBatches)
    .set({ invitedCount, refused, ...(done && { status: "done", finishedAt: new Date() }) })
    .where(
      and(eq(invitationBatches.organizationId, tx.actor.organizationId), eq(invitationBatches.id, batchId)),
    );
}
