import { and, asc, eq, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/core/invitations";
import { classes } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { classSeats, coachedClasses } from "../class";
import { dueInvitations, withinReach } from "../invitation";

/** Pending invitations shown on the home page; the rest is a count. */
const SHOWN = 5;

/** What a coach sees first: their classes with seats and who waits, and the invitations into them. */
export async function getCoachHome(actor: OrganizationActor) {
  return readInOrganization(actor, async (tx) => {
    const [coached, invited] = await Promise.all([
      coachedClasses(tx, actor.userId === null ? [] : [actor.userId]),
      readInvitations(tx),
    ]);
    const seats = await classSeats(
      tx,
      coached.map(({ id }) => id),
    );
    const led = new Set(coached.filter(({ isLead }) => isLead).map(({ id }) => id));
    return {
      classes: seats.map(({ leadId: _leadId, ...row }) => ({ ...row, isLead: led.has(row.id) })),
      invitations: invited,
    };
  });
}

async function readInvitations(tx: TenantTx) {
  const within = and(await withinReach(tx), sql`${invitations.status} = 'pending'`);
  const [[counts], pending] = await Promise.all([
    tx.db
      .select({
        pending: sql<number>`count(*) filter (where ${invitations.expiresAt} > now())::int`,
        expiring: sql<number>`count(*) filter (where ${dueInvitations.expiring})::int`,
        undelivered: sql<number>`count(*) filter (where ${dueInvitations.undelivered})::int`,
      })
      .from(invitations)
      .where(within),
    tx.db
      .select({
        id: invitations.id,
        email: invitations.email,
        name: invitations.name,
        role: invitations.role,
        className: classes.name,
        expiresAt: invitations.expiresAt,
      })
      .from(invitations)
      .leftJoin(
        classes,
        and(eq(classes.organizationId, invitations.organizationId), eq(classes.id, invitations.classId)),
      )
      .where(and(within, sql`${invitations.expiresAt} > now()`))
      .orderBy(asc(invitations.expiresAt), asc(invitations.id))
      .limit(SHOWN),
  ]);
  return { pending: 0, expiring: 0, undelivered: 0, ...counts, first: pending };
}
