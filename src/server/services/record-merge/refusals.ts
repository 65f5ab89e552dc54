import { and, eq, inArray, sql } from "drizzle-orm";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import type { TenantTx } from "@/db/scope";
import type { MergeKind, MergeRefusal } from "@/domain/record-merge-list";
import { fullName } from "@/domain/student-list";
import { DomainError } from "@/server/errors";
import { findWriting } from "../student-import";

type Record = {
  id: string;
  firstNames: string;
  lastNames: string;
  userId: string | null;
  mergedIntoId: string | null;
  lockedAt?: Date | null;
};

/** Why the two cannot be made one, all of it; whoever writes holds both. */
export async function findRefusals(
  tx: TenantTx,
  kind: MergeKind,
  { kept, merged }: { kept: Record; merged: Record },
): Promise<MergeRefusal[]> {
  const both = [kept, merged];
  const named = (code: MergeRefusal["code"], rows: readonly Record[]) =>
    rows.map((row) => ({ code, name: fullName(row) }));
  const hasTwoAccounts = kept.userId !== null && merged.userId !== null && kept.userId !== merged.userId;
  return [
    ...named("accounts", hasTwoAccounts ? [merged] : []),
    ...named(
      "merged",
      both.filter(({ mergedIntoId }) => mergedIntoId !== null),
    ),
    ...named(
      "locked",
      both.filter(({ lockedAt }) => lockedAt),
    ),
    ...(kind === "student" ? await findTransfers(tx, both) : []),
    ...(await findImports(tx)),
  ];
}

/** Throws CONFLICT with the first of them. */
export function refuseIf([first]: readonly MergeRefusal[]): void {
  if (first) throw new DomainError("conflict", `merge.${first.code}`, { values: { name: first.name } });
}

/** A transfer that an answer is awaited for sends what the record is when the other school says yes. */
export async function findTransfers(
  tx: TenantTx,
  rows: readonly Pick<Record, "id" | "firstNames" | "lastNames">[],
): Promise<MergeRefusal[]> {
  const { organizationId, studentId, status, expiresAt } = studentTransfers;
  const open = await tx.db
    .select({ studentId })
    .from(studentTransfers)
    .where(
      and(
        eq(organizationId, tx.actor.organizationId),
        inArray(
          studentId,
          rows.map(({ id }) => id),
        ),
        inArray(status, ["awaiting_guardian", "awaiting_school"]),
        sql`${expiresAt} > now()`,
      ),
    );
  return rows
    .filter(({ id }) => open.some((transfer) => transfer.studentId === id))
    .map((row) => ({ code: "transfer", name: fullName(row) }));
}

/** An import that is being written, or taken back. */
export async function findImports(tx: TenantTx): Promise<MergeRefusal[]> {
  const running = await findWriting(tx);
  return running ? [{ code: "import", name: running.file }] : [];
}
