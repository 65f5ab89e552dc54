import { and, desc, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { users } from "@/db/schema/core/users";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { classReach } from "@/domain/permissions";
import { notFound } from "@/server/errors";

const MAX_ROSTER = 1_000;

const organizationId = sql.placeholder("organizationId");
const classId = sql.placeholder("classId");

const readClass = prepared("class", (db) =>
  db
    .select({ id: classes.id, name: classes.name, state: classes.state, capacity: classes.capacity })
    .from(classes)
    .where(and(eq(classes.organizationId, organizationId), eq(classes.id, classId))),
);

const readCoaches = prepared("class_coaches", (db) =>
  db
    .select({ id: users.id, name: users.name, email: users.email, isLead: classCoaches.isLead })
    .from(classCoaches)
    .innerJoin(
      users,
      and(eq(users.organizationId, classCoaches.organizationId), eq(users.id, classCoaches.userId)),
    )
    .where(and(eq(classCoaches.organizationId, organizationId), eq(classCoaches.classId, classId)))
    .orderBy(desc(classCoaches.isLead), users.sortKey),
);

const readRoster = prepared("class_roster", (db) =>
  db
    .select({ id: users.id, name: users.name, email: users.email, enrolledAt: enrollments.enrolledAt })
    .from(enrollments)
    .innerJoin(
      users,
      and(eq(users.organizationId, enrollments.organizationId), eq(users.id, enrollments.userId)),
    )
    .where(
      and(
        eq(enrollments.organizationId, organizationId),
        eq(enrollments.classId, classId),
        // In full: the plan of a prepared statement cannot know that a parameter is what a partial index is for.
        sql`${enrollments.state} = 'active'`,
      ),
    )
    .orderBy(users.sortKey, users.id)
    .limit(MAX_ROSTER),
);

/** A class with its coaches and its roster, by name. A coach sees their own classes only. */
export async function getClass(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const values = { organizationId: actor.organizationId, classId: id };
    const [[found], coaches, roster] = await Promise.all([
      readClass(tx, values),
      readCoaches(tx, values),
      readRoster(tx, values),
    ]);
    if (!found) throw notFound();
    const isOwn = coaches.some((coach) => coach.id === actor.userId);
    if (classReach(actor.role) === "own-classes" && !isOwn) throw notFound();
    return { ...found, coaches, roster };
  });
}
