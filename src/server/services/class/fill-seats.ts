import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { classes, enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import { tellPlaces } from "./tell";

export type Promoted = { id: string; name: string; classId: string };

/**
 * Moves the waiting lists of locked classes up into their free seats, in the order of the lists. Whatever frees a seat
 * calls it before it ends.
 */
export async function fillSeats(tx: TenantTx, classIds: readonly string[]): Promise<Promoted[]> {
  if (classIds.length === 0) return [];
  const { organizationId } = tx.actor;
  const queue = tx.db.$with("queue").as(
    tx.db
      .select({
        id: enrollments.id,
        classId: enrollments.classId,
        userId: enrollments.userId,
        place: sql<number>`row_number() over (partition by ${enrollments.classId}
          order by ${enrollments.waitNumber})`.as("place"),
      })
      .from(enrollments)
      .where(
        and(
          eq(enrollments.organizationId, organizationId),
          inArray(enrollments.classId, [...classIds]),
          eq(enrollments.state, "waiting"),
        ),
      ),
  );
  const taken = sql`(select count(*) from ${enrollments} taken where taken.organization_id = ${organizationId}
    and taken.class_id = ${classes.id} and taken.state = 'active')`;
  const next = await tx.db
    .with(queue)
    .select({
      enrollmentId: queue.id,
      classId: classes.id,
      className: classes.name,
      id: users.id,
      name: users.name,
    })
    .from(queue)
    .innerJoin(classes, and(eq(classes.organizationId, organizationId), eq(classes.id, queue.classId)))
    .innerJoin(users, and(eq(users.organizationId, organizationId), eq(users.id, queue.userId)))
    .where(
      and(
        eq(classes.state, "active"),
        or(isNull(classes.capacity), sql`${queue.place} <= ${classes.capacity} - ${taken}`),
      ),
    )
    .orderBy(classes.id, queue.place);
  if (next.length === 0) return [];
  await tx.db
    .update(enrollments)
    .set({ state: "active", waitNumber: null, enrolledAt: sql`now()` })
    .where(
      and(
        eq(enrollments.organizationId, organizationId),
        inArray(
          enrollments.id,
          next.map(({ enrollmentId }) => enrollmentId),
        ),
      ),
    );
  const promoted = new Map(next.map(({ classId, className }) => [classId, className]));
  await tellPlaces(
    tx,
    [...promoted].map(([id, name]) => ({
      change: "promoted",
      class: { id, name },
      students: next.filter(({ classId }) => classId === id),
    })),
  );
  return next.map(({ id, name, classId }) => ({ id, name, classId }));
}
