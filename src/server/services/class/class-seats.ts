import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";

/** Active classes of the school by name, or those of `ids`: seats, who has one, who waits, and who leads. */
export async function classSeats(tx: TenantTx, ids?: readonly string[]) {
  if (ids?.length === 0) return [];
  const { organizationId } = tx.actor;
  const open = tx.db.$with("open").as(
    tx.db
      .select({
        classId: enrollments.classId,
        students: sql<number>`count(*) filter (where ${enrollments.state} = 'active')::int`.as("students"),
        waiting: sql<number>`count(*) filter (where ${enrollments.state} = 'waiting')::int`.as("waiting"),
      })
      .from(enrollments)
      .where(
        and(
          eq(enrollments.organizationId, organizationId),
          sql`${enrollments.state} in ('active', 'waiting')`,
          ids && inArray(enrollments.classId, [...ids]),
        ),
      )
      .groupBy(enrollments.classId),
  );
  return tx.db
    .with(open)
    .select({
      id: classes.id,
      name: classes.name,
      capacity: classes.capacity,
      leadId: classCoaches.userId,
      studentCount: sql<number>`coalesce(${open.students}, 0)`,
      waitingCount: sql<number>`coalesce(${open.waiting}, 0)`,
    })
    .from(classes)
    .leftJoin(
      classCoaches,
      and(
        eq(classCoaches.organizationId, classes.organizationId),
        eq(classCoaches.classId, classes.id),
        eq(classCoaches.isLead, true),
      ),
    )
    .leftJoin(open, eq(open.classId, classes.id))
    .where(
      and(
        eq(classes.organizationId, organizationId),
        sql`${classes.state} = 'active'`,
        ids && inArray(classes.id, [...ids]),
      ),
    )
    .orderBy(asc(classes.sortKey), asc(classes.id));
}
