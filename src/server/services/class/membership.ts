import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import { newId } from "@/lib/ids";

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

/** Active classes that these people are enrolled in, one row a person and class. */
export async function enrolledClasses(tx: TenantTx, userIds: readonly string[]) {
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
        eq(enrollments.state, "active"),
        eq(classes.state, "active"),
      ),
    )
    .orderBy(classes.sortKey, classes.id);
}

/** Names of the active classes that only these people coach. */
export async function classesLeftWithoutCoach(tx: TenantTx, userIds: readonly string[]): Promise<string[]> {
  const coached = await coachedClasses(tx, userIds);
  const ids = [...new Set(coached.map(({ id }) => id))];
  if (ids.length === 0) return [];
  const others = await tx.db
    .selectDistinct({ classId: classCoaches.classId })
    .from(classCoaches)
    .where(
      and(
        eq(classCoaches.organizationId, tx.actor.organizationId),
        inArray(classCoaches.classId, ids),
        notInArray(classCoaches.userId, [...userIds]),
      ),
    );
  const kept = new Set(others.map(({ classId }) => classId));
  return [...new Set(coached.filter(({ id }) => !kept.has(id)).map(({ name }) => name))];
}

/** Takes these people off every class that they coach; returns what they coached. */
export async function releaseCoaches(tx: TenantTx, userIds: readonly string[]) {
  return tx.db
    .delete(classCoaches)
    .where(
      and(
        eq(classCoaches.organizationId, tx.actor.organizationId),
        inArray(classCoaches.userId, [...userIds]),
      ),
    )
    .returning({ userId: classCoaches.userId, classId: classCoaches.classId, isLead: classCoaches.isLead });
}

/** Puts coaches back; who leads the class by now goes on leading it. */
export async function reinstateCoaches(
  tx: TenantTx,
  rows: readonly { userId: string; classId: string; isLead: boolean }[],
): Promise<void> {
  for (const lead of [true, false]) {
    const batch = rows.filter(({ isLead }) => isLead === lead);
    if (batch.length > 0) await addCoaches(tx, batch);
  }
}

/** Adds coaches to classes, as lead where asked and the class has none; a coach who is there already stays. */
export async function addCoaches(
  tx: TenantTx,
  rows: readonly { userId: string; classId: string; isLead: boolean }[],
): Promise<void> {
  const { organizationId } = tx.actor;
  const led = await tx.db
    .select({ classId: classCoaches.classId })
    .from(classCoaches)
    .where(
      and(
        eq(classCoaches.organizationId, organizationId),
        eq(classCoaches.isLead, true),
        inArray(
          classCoaches.classId,
          rows.map(({ classId }) => classId),
        ),
      ),
    );
  const taken = new Set(led.map(({ classId }) => classId));
  await tx.db
    .insert(classCoaches)
    .values(
      rows.map((row) => ({
        ...row,
        organizationId,
        id: newId(),
        isLead: row.isLead && !taken.has(row.classId),
      })),
    )
    .onConflictDoNothing();
}

/** Ends these people's enrolments at `at`; returns the classes that they leave. */
export async function withdrawStudents(tx: TenantTx, userIds: readonly string[], at: Date) {
  return tx.db
    .update(enrollments)
    .set({ state: "withdrawn", withdrawnAt: at })
    .where(
      and(
        eq(enrollments.organizationId, tx.actor.organizationId),
        inArray(enrollments.userId, [...userIds]),
        eq(enrollments.state, "active"),
      ),
    )
    .returning({ userId: enrollments.userId, classId: enrollments.classId });
}

/** Opens again the enrolments that ended at the moment that each person left. */
export async function reinstateStudents(
  tx: TenantTx,
  people: readonly { id: string; leftAt: Date | null }[],
): Promise<void> {
  const moments = people.flatMap(({ leftAt }) => (leftAt ? [leftAt] : []));
  if (moments.length === 0) return;
  await tx.db
    .update(enrollments)
    .set({ state: "active", withdrawnAt: null })
    .where(
      and(
        eq(enrollments.organizationId, tx.actor.organizationId),
        inArray(
          enrollments.userId,
          people.map(({ id }) => id),
        ),
        inArray(enrollments.withdrawnAt, moments),
      ),
    );
}

/** Enrols a person; who is enrolled already stays so. */
export async function enrollStudent(tx: TenantTx, { classId, userId }: { classId: string; userId: string }) {
  await tx.db
    .insert(enrollments)
    .values({ organizationId: tx.actor.organizationId, id: newId(), classId, userId })
    .onConflictDoNothing();
}

function ofClass(member: typeof classCoaches | typeof enrollments) {
  return and(eq(classes.organizationId, member.organizationId), eq(classes.id, member.classId));
}
