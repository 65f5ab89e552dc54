import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/core/invitations";
import { users } from "@/db/schema/core/users";
import { classes, enrollments } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";

/** Figures of the actor's own school, as of now. */
export async function getStatistics(actor: OrganizationActor) {
  return readInOrganization(actor, readStatistics);
}

/** As `getStatistics`, for a read that shows more than these. */
export async function readStatistics(tx: TenantTx) {
  const { organizationId } = tx.actor;
  const [byRole, activeClasses, activeEnrollments, pendingInvitations] = await Promise.all([
    tx.db
      .select({ role: users.role, count: sql<number>`count(*)::int` })
      .from(users)
      .where(and(eq(users.organizationId, organizationId), isNull(users.leftAt)))
      .groupBy(users.role),
    tx.db.$count(classes, and(eq(classes.organizationId, organizationId), eq(classes.state, "active"))),
    tx.db.$count(
      enrollments,
      and(eq(enrollments.organizationId, organizationId), eq(enrollments.state, "active")),
    ),
    tx.db.$count(
      invitations,
      and(
        eq(invitations.organizationId, organizationId),
        eq(invitations.status, "pending"),
        gt(invitations.expiresAt, sql`now()`),
      ),
    ),
  ]);
  return { usersByRole: byRole, activeClasses, activeEnrollments, pendingInvitations };
}
