import { and, desc, eq, inArray } from "drizzle-orm";
import { invitations } from "@/db/schema/core/invitations";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { RecordRef } from "@/domain/record-account";
import { readAccount } from "../record-account";
import { shownStatus } from "./policies";

/**
 * How a record's person signs in: the account that is linked, else the newest invitation that was sent from the record
 * and waits or has expired. Throws NOT_FOUND where there is no such record.
 */
export async function getRecordAccount(actor: OrganizationActor, ref: RecordRef) {
  return readInOrganization(actor, async (tx) => {
    const recordId = ref.kind === "student" ? invitations.studentId : invitations.guardianId;
    const [{ email, account }, [invitation]] = await Promise.all([
      readAccount(tx, ref),
      tx.db
        .select({
          id: invitations.id,
          email: invitations.email,
          status: shownStatus,
          delivery: invitations.delivery,
          sentAt: invitations.lastSentAt,
          createdAt: invitations.createdAt,
          expiresAt: invitations.expiresAt,
        })
        .from(invitations)
        .where(
          and(
            eq(invitations.organizationId, actor.organizationId),
            eq(recordId, ref.id),
            inArray(shownStatus, ["pending", "expired"]),
          ),
        )
        .orderBy(desc(invitations.createdAt), desc(invitations.id))
        .limit(1),
    ]);
    return { email, account, invitation: account && !account.hasLeft ? null : (invitation ?? null) };
  });
}
