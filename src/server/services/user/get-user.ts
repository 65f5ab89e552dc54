import { and, eq, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/core/invitations";
import { users } from "@/db/schema/core/users";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { fileUrl } from "@/server/adapters/storage/storage";
import { notFound } from "@/server/errors";
import { readHistory } from "../audit";
import { coachedClasses, enrolledClasses } from "../class";
import { listColumns } from "./queries";

const HISTORY_LENGTH = 20;

/** A person of the school, also one who has left: classes, who invited them, what was done to them. */
export async function getUser(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const [[user], coached, enrolled, [invitation], { rows: history }] = await Promise.all([
      tx.db
        .select({ ...listColumns, phone: users.phone, leftAt: users.leftAt })
        .from(users)
        .where(and(eq(users.organizationId, organizationId), eq(users.id, id))),
      coachedClasses(tx, [id]),
      enrolledClasses(tx, [id]),
      tx.db
        .select({
          acceptedAt: invitations.closedAt,
          invitedBy: sql<string | null>`(select u.name from ${users} u
            where u.organization_id = ${organizationId} and u.id = ${sql`${invitations.invitedBy}`})`,
        })
        .from(invitations)
        .where(and(eq(invitations.organizationId, organizationId), eq(invitations.acceptedUserId, id)))
        .limit(1),
      readHistory(tx, id, { limit: HISTORY_LENGTH }),
    ]);
    if (!user) throw notFound();
    const { photoKey, ...shown } = user;
    return {
      ...shown,
      photoUrl: photoKey && fileUrl(photoKey),
      coached,
      enrolled,
      invitedBy: invitation?.invitedBy ?? null,
      history,
    };
  });
}
