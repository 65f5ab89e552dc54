import { and, eq, inArray, sql } from "drizzle-orm";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";

/** Active classes that these people coach, one row a person and class. */
export async function coachedClasses(tx: TenantTx, userIds: readonly string[]) {
  if (userIds.length === 0) return [];
  return tx.db
    .select({
      userId: classCoaches.userId,
      id: classes.id,
      name: classes.name,
      isLead: classCoaches.isLead,
      capacity: classes.capacity,
      studentCount: sql<number>`(select count(*)::int from ${enrollments} e
        where e.organization_id = ${classes.organizationId} and e.class_id = ${classes.id} and e.state = 'active')`,
    })
    .from(classCoaches)
    .innerJoin(classes, ofClass(classCoaches))
    .where(
      and(
        eq(classCoaches.organizationId, tx.actor.organizationId),
        inArray(classCoaches.userId, [...userIds]),
        eq(classes.state, "active"),
      ),
    )
    .orderBy(classes.sortKey, classes.id);
}

/** Active classes that these people have a seat in, or wait for one, one row a person and class. */
export async function enrolledClasses(
  tx: TenantTx,
  userIds: readonly string[],
  state: "active" | "waiting" = "active",
) {
  if (userIds.length === 0) return [];
  return tx.db
    .select({
      userId: enrollments.userId,
      id: classes.id,
      name: classes.name,
      enrolledAt: enrollments.enrolledAt,
    })
    .from(enrollments)
    .innerJoin(classes, ofClass(enrollments))
    .where(
      and(
        eq(enrollments.organizationId, tx.actor.organizationId),
        inArray(enrollments.userId, [...userIds]),
        eq(enrollments.state, state),
        eq(classes.state, "active"),
      ),
    )
    .orderBy(classes.sortKey, classes.id);
}

function ofClass(member: typeof classCoaches | typeof enrollments) {
  return and(eq(classes.organizationId, member.organizationId), eq(classes.id, member.classId));
}
