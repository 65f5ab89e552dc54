import { and, eq, gt, inArray, or, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/core/invitations";
import type { TenantTx } from "@/db/scope";
import { parseEmail } from "@/domain/email";
import type { RecordRef } from "@/domain/record-account";
import { type RecordVerdict, ROLE_OF_RECORD } from "@/domain/record-account-list";
import { readMembers } from "./read-members";

/** A record whose person is to be invited, at an address. */
export type RecordToInvite = { ref: RecordRef; name: string; email: string; isLinked: boolean };
export type JudgedRecord = RecordToInvite & {
  verdict: RecordVerdict;
  /** The member who has the address, or the address that is invited already. */
  about: string;
  /** The invitation that waits, where it can become the record's. */
  invitationId: string | null;
};

/** What would become of each, in a fixed number of queries however many there are. */
export async function judgeRecords(tx: TenantTx, wanted: readonly RecordToInvite[]): Promise<JudgedRecord[]> {
  const addresses = wanted.map(({ email }) => parseEmail(email));
  const emails = addresses.flatMap((address) => (address.ok ? [address.email] : []));
  const [members, pending] = await Promise.all([
    readMembers(tx, emails),
    readPending(
      tx,
      emails,
      wanted.map(({ ref }) => ref.id),
    ),
  ]);
  const memberOf = new Map(members.map((member) => [member.email, member]));
  const byEmail = new Map(pending.map((row) => [row.email, row]));
  const byRecord = new Map(pending.flatMap((row) => (row.recordId === null ? [] : [[row.recordId, row]])));
  const seen = new Set<string>();
  return wanted.map((record, index) => {
    const address = addresses[index];
    const email = address?.ok ? address.email : record.email;
    const role = ROLE_OF_RECORD[record.ref.kind];
    const said = (verdict: RecordVerdict, about = "") => ({
      ...{ ...record, email, verdict, about, invitationId: null },
    });
    if (record.isLinked) return said("linked");
    const own = byRecord.get(record.ref.id);
    if (own) return said("invited", own.email);
    if (email === "") return said("no_email");
    if (!address?.ok) return said("malformed");
    const member = memberOf.get(email);
    if (member) return said(member.role === role ? "member" : "other_member", member.name);
    const waiting = byEmail.get(email);
    if (seen.has(email)) return said("repeated");
    seen.add(email);
    if (!waiting) return said("new");
    if (waiting.recordId !== null || waiting.role !== role) return said("invited_elsewhere");
    return { ...said("waiting"), invitationId: waiting.id };
  });
}

function readPending(tx: TenantTx, emails: string[], recordIds: string[]) {
  return tx.db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      recordId: sql<string | null>`coalesce(${invitations.guardianId}, ${invitations.studentId})`,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.organizationId, tx.actor.organizationId),
        eq(invitations.status, "pending"),
        gt(invitations.expiresAt, sql`now()`),
        or(
          inArray(invitations.email, emails),
          inArray(invitations.guardianId, recordIds),
          inArray(invitations.studentId, recordIds),
        ),
      ),
    );
}
