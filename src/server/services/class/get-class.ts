import { and, desc, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { classReach } from "@/domain/permissions";
import { notFound } from "@/server/errors";

const MAX_ROSTER = 1_000;

/** A class with its coaches and its roster, by name. A coach sees their own classes only. */
export async function getClass(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const [[found], coaches, roster] = await Promise.all([
      tx.db
        .select({ id: classes.id, name: classes.name, state: classes.state, capacity: classes.capacity })
        .from(classes)
        .where(and(eq(classes.organizationId, organizationId), eq(classes.id, id))),
      tx.db
        .select({ id: users.id, name: users.name, email: users.email, isLead: classCoaches.isLead })
        .from(classCoaches)
        .innerJoin(
          users,
          and(eq(users.organizationId, classCoaches.organizationId), eq(users.id, classCoaches.userId)),
        )
        .where(and(eq(classCoaches.organizationId, organizationId), eq(classCoaches.classId, id)))
        .orderBy(desc(classCoaches.isLead), users.sortKey),
      tx.db
        .select({ id: users.id, name: users.name, email: users.email, enrolledAt: enrollments.enrolledAt })
        .from(enrollments)
        .innerJoin(
          users,
          and(eq(users.organizationId, enrollments.organizationId), eq(users.id, enrollments.userId)),
        )
        .where(
          and(
            eq(enrollments.organizationId, organizationId),
            eq(enrollments.classId, id),
            // In full: a prepared statement's plan cannot know that a parameter is what the partial index is for.
            sql`${enrollments.state} = 'active'`,
          ),
        )
        .orderBy(users.sortKey, users.id)
        .limit(MAX_ROSTER),
    ]);
    if (!found) throw notFound();
    const isOwn = coaches.some((coach) => coach.id === actor.userId);
    if (classReach(actor.role) === "own-classes" && !isOwn) throw notFound();
    return { ...found, coaches, roster };
  });
}
