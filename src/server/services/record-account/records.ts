import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { guardians, students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import type { RecordRef } from "@/domain/record-account";
import { fullName } from "@/domain/student-list";
import { DomainError, notFound } from "@/server/errors";
import { closedBy } from "../student";

/** A student's or a guardian's record, as far as its account goes. */
export type HeldRecord = {
  ref: RecordRef;
  name: string;
  email: string;
  /** Who is linked to it, though they may have left the school. */
  account: { id: string; name: string; hasLeft: boolean } | null;
  closed: "merged" | "locked" | null;
};

const columnsOf = {
  student: {
    firstNames: students.firstNames,
    lastNames: students.lastNames,
    email: students.email,
    userId: students.userId,
    mergedIntoId: students.mergedIntoId,
    lockedAt: students.lockedAt,
  },
  guardian: {
    firstNames: guardians.firstNames,
    lastNames: guardians.lastNames,
    email: guardians.email,
    userId: guardians.userId,
    mergedIntoId: guardians.mergedIntoId,
    lockedAt: sql<null>`null`,
  },
};

/** Where records of a kind are. */
export const tableOf = { student: students, guardian: guardians };

/** The record, locked for a change of its account, whoever asks; undefined where there is none. */
export async function holdRecord(tx: TenantTx, ref: RecordRef): Promise<HeldRecord | undefined> {
  const table = tableOf[ref.kind];
  const [row] = await tx.db
    .select(columnsOf[ref.kind])
    .from(table)
    .where(and(eq(table.organizationId, tx.actor.organizationId), eq(table.id, ref.id)))
    .for("no key update");
  if (!row) return undefined;
  const [account] =
    row.userId === null
      ? []
      : await tx.db
          .select({ id: users.id, name: users.name, hasLeft: sql<boolean>`${users.leftAt} is not null` })
          .from(users)
          .where(and(eq(users.organizationId, tx.actor.organizationId), eq(users.id, row.userId)));
  return { ref, name: fullName(row), email: row.email, account: account ?? null, closed: closedBy(row) };
}

/** The record, locked. Throws NOT_FOUND where there is none, and CONFLICT for one that changes no more. */
export async function lockRecord(tx: TenantTx, ref: RecordRef): Promise<HeldRecord> {
  const held = await holdRecord(tx, ref);
  if (!held) throw notFound();
  if (held.closed) throw new DomainError("conflict", `${ref.kind}.${held.closed}`);
  return held;
}

/** Who signs in for it; nobody where that person has left the school. */
export function holderOf({ account }: HeldRecord) {
  return account?.hasLeft ? null : account;
}

/** The other record of the kind that has the account; `lockMember` has put who links it in a row. */
export async function findHolder(tx: TenantTx, { kind, id }: RecordRef, userId: string) {
  const { organizationId } = tx.actor;
  const table = tableOf[kind];
  const [row] = await tx.db
    .select({
      id: table.id,
      firstNames: table.firstNames,
      lastNames: table.lastNames,
      code: kind === "student" ? students.code : sql<string>`''`,
    })
    .from(table)
    .where(
      and(
        eq(table.organizationId, organizationId),
        eq(table.userId, userId),
        isNull(table.mergedIntoId),
        ne(table.id, id),
      ),
    );
  return row;
}

/** An open membership, locked against a second link; undefined where there is none. */
export async function lockMember(tx: TenantTx, userId: string) {
  const [member] = await tx.db
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(and(eq(users.organizationId, tx.actor.organizationId), eq(users.id, userId), isNull(users.leftAt)))
    .for("no key update");
  return member;
}

/** Writes whose account it is. */
export async function setAccount(
  tx: TenantTx,
  { kind, id }: RecordRef,
  userId: string | null,
): Promise<void> {
  const table = tableOf[kind];
  await tx.db
    .update(table)
    .set({ userId, updatedAt: new Date() })
    .where(and(eq(table.organizationId, tx.actor.organizationId), eq(table.id, id)));
}

/** What the log calls what happens to the account of a record. */
export const ACCOUNT_ACTIONS = {
  student: {
    linked: "student.account_linked",
    unlinked: "student.account_unlinked",
    invited: "student.account_invited",
    missed: "student.account_missed",
  },
  guardian: {
    linked: "guardian.account_linked",
    unlinked: "guardian.account_unlinked",
    invited: "guardian.account_invited",
    missed: "guardian.account_missed",
  },
} as const;

/** How events name the record. */
export function subjectOf({ ref, name }: Pick<HeldRecord, "ref" | "name">) {
  return { type: ref.kind, id: ref.id, name };
}
