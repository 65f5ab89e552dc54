import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { invitationBatches, invitations } from "@/db/schema/core/invitations";
import type { TenantTx } from "@/db/scope";
import { type InvitationVerdict, isRefused } from "@/domain/invitation-verdict";
import type { RecordRef } from "@/domain/record-account";
import { DAY } from "@/lib/duration";
import { newId } from "@/lib/ids";
import { searchKey } from "@/lib/text-keys";
import { enqueue } from "@/server/adapters/queue";

/** A verdict, and the record that whoever accepts is linked to. */
export type Sendable = InvitationVerdict & { record?: RecordRef };

/**
 * Writes the invitations of those who are not refused as one sending and hands it to the queue; the school's sending is
 * locked. An address that got another pending invitation in the same moment is among the refused.
 */
export async function writeSending(
  tx: TenantTx,
  verdicts: readonly Sendable[],
  { days }: { days: number },
): Promise<{ batchId: string; created: Map<string, string>; refused: InvitationVerdict[] }> {
  const { organizationId, userId } = tx.actor;
  const wanted = verdicts.filter(({ code }) => !isRefused(code));
  const batchId = newId();
  const expiresAt = new Date(Date.now() + days * DAY);
  await expireOld(tx, wanted);
  await tx.db.insert(invitationBatches).values({
    organizationId,
    id: batchId,
    createdBy: userId,
    lineCount: verdicts.length,
    invitedCount: 0,
    refused: [],
  });
  const created = await insertInvitations(tx, wanted, { batchId, expiresAt });
  const refused = verdicts.flatMap(({ record: _record, ...verdict }) => {
    if (isRefused(verdict.code)) return [verdict];
    return created.has(verdict.email) ? [] : [{ ...verdict, code: "already_invited" as const }];
  });
  await finishBatchRow(tx, batchId, created.size, refused);
  if (created.size > 0) await enqueue(tx, "send-invitations", { batchId, invitationIds: null });
  return { batchId, created, refused };
}

// An invitation whose time is up makes way for a new one to the same address.
async function expireOld(tx: TenantTx, wanted: readonly Sendable[]): Promise<void> {
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
  wanted: readonly Sendable[],
  { batchId, expiresAt }: { batchId: string; expiresAt: Date },
): Promise<Map<string, string>> {
  const rows = wanted.flatMap(({ email, name, role, classId, line, record }) =>
    role === null
      ? []
      : [
          {
            ...{ email, name, role, classId, line, id: newId(), searchKey: searchKey(`${name} ${email}`) },
            studentId: record?.kind === "student" ? record.id : null,
            guardianId: record?.kind === "guardian" ? record.id : null,
          },
        ],
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
