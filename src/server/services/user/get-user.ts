import { and, desc, eq, sql } from "drizzle-orm";
import { auditEvents } from "@/db/schema/core/audit";
import { invitations } from "@/db/schema/core/invitations";
import { users } from "@/db/schema/core/users";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { notFound } from "@/server/errors";
import { coachedClasses, enrolledClasses } from "../class";
import { listColumns } from "./queries";

const HISTORY_LENGTH = 20;

/** A person of the school, also one who has left: classes, who invited them, what was done to them. */
export async function getUser(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const [[user], coached, enrolled, [invitation], history] = await Promise.all([
      tx.db
        .select({ ...listColumns, leftAt: users.leftAt })
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
      tx.db
        .select({
          id: auditEvents.id,
          action: auditEvents.action,
          actorName: auditEvents.actorName,
          before: auditEvents.before,
          after: auditEvents.after,
          createdAt: auditEvents.createdAt,
        })
        .from(auditEvents)
        .where(and(eq(auditEvents.organizationId, organizationId), eq(auditEvents.subjectId, id)))
        .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
        .limit(HISTORY_LENGTH),
    ]);
    if (!user) throw notFound();
    return { ...user, coached, enrolled, invitedBy: invitation?.invitedBy ?? null, history };
  });
}
