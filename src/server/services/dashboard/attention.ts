import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/core/invitations";
import { users } from "@/db/schema/core/users";
import { classCoaches, classes } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import { classSeats } from "../class";
import { dueInvitations, withinReach } from "../invitation";
import { readArriving } from "../student-transfer";

/** Names shown of each kind: the rest is a count. */
const SHOWN = 3;

/** What waits for the school's admin, each kind with its count and the first few names. */
export async function readAttention(tx: TenantTx) {
  const [invited, seats, suspended, arriving] = await Promise.all([
    readInvitations(tx),
    classSeats(tx),
    readSuspendedLeads(tx),
    readArriving(tx),
  ]);
  const first = <Row>(rows: readonly Row[]) => ({ count: rows.length, first: rows.slice(0, SHOWN) });
  return {
    ...invited,
    withoutLead: first(seats.filter(({ leadId }) => leadId === null)),
    overCapacity: first(
      seats.filter(({ capacity, studentCount }) => capacity !== null && studentCount > capacity),
    ),
    waiting: {
      ...first(seats.filter(({ waitingCount }) => waitingCount > 0)),
      students: seats.reduce((sum, { waitingCount }) => sum + waitingCount, 0),
    },
    suspendedLeads: first(suspended),
    arriving: first(arriving),
  };
}

async function readInvitations(tx: TenantTx) {
  const [row] = await tx.db
    .select({
      expiring: sql<number>`count(*) filter (where ${dueInvitations.expiring})::int`,
      firstExpiry:
        sql<Date | null>`min(${invitations.expiresAt}) filter (where ${dueInvitations.expiring})`.mapWith(
          invitations.expiresAt,
        ),
      undelivered: sql<number>`count(*) filter (where ${dueInvitations.undelivered})::int`,
    })
    .from(invitations)
    .where(await withinReach(tx));
  const { expiring = 0, firstExpiry = null, undelivered = 0 } = row ?? {};
  return { expiring: { count: expiring, firstExpiry }, undelivered: { count: undelivered } };
}

/** People who may not come in and lead a class all the same. */
async function readSuspendedLeads(tx: TenantTx) {
  const { organizationId } = tx.actor;
  return tx.db
    .select({
      id: users.id,
      name: users.name,
      classes: sql<string[]>`array_agg(${classes.name} order by ${classes.sortKey})`,
    })
    .from(users)
    .innerJoin(
      classCoaches,
      and(
        eq(classCoaches.organizationId, users.organizationId),
        eq(classCoaches.userId, users.id),
        eq(classCoaches.isLead, true),
      ),
    )
    .innerJoin(
      classes,
      and(eq(classes.organizationId, classCoaches.organizationId), eq(classes.id, classCoaches.classId)),
    )
    .where(
      and(
        eq(users.organizationId, organizationId),
        sql`${users.status} = 'suspended'`,
        isNull(users.leftAt),
        sql`${classes.state} = 'active'`,
      ),
    )
    .groupBy(users.id, users.name, users.sortKey)
    .orderBy(asc(users.sortKey), asc(users.id));
}
