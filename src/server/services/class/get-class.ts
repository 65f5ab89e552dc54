import { and, desc, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { invitations } from "@/db/schema/core/invitations";
import { users } from "@/db/schema/core/users";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { classReach } from "@/domain/permissions";
import { notFound } from "@/server/errors";
import { sectionName, subjectName, yearName } from "./place";
import { rightsOver } from "./policies";

const organizationId = sql.placeholder("organizationId");
const classId = sql.placeholder("classId");

// States in full: the plan of a prepared statement cannot know that a parameter is what a partial index is for.
const readClass = prepared("class", (db) =>
  db
    .select({
      id: classes.id,
      name: classes.name,
      description: classes.description,
      year: yearName,
      yearId: classes.yearId,
      section: sectionName,
      sectionId: classes.sectionId,
      subject: subjectName,
      subjectId: classes.subjectId,
      state: classes.state,
      capacity: classes.capacity,
      createdAt: classes.createdAt,
      archivedAt: classes.archivedAt,
      studentCount: sql<number>`(select count(*)::int from ${enrollments} e where e.organization_id = ${organizationId}
        and e.class_id = ${classId} and e.state = 'active')`,
      waitingCount: sql<number>`(select count(*)::int from ${enrollments} e where e.organization_id = ${organizationId}
        and e.class_id = ${classId} and e.state = 'waiting')`,
      invitedCount: sql<number>`(select count(*)::int from ${invitations} i where i.organization_id = ${organizationId}
        and i.class_id = ${classId} and i.status = 'pending' and i.expires_at > now())`,
    })
    .from(classes)
    .where(and(eq(classes.organizationId, organizationId), eq(classes.id, classId))),
);

const readCoaches = prepared("class_coaches", (db) =>
  db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      status: users.status,
      isLead: classCoaches.isLead,
      since: classCoaches.createdAt,
      otherClassCount: sql<number>`(select count(*)::int from ${classCoaches} o
        join ${classes} c on c.organization_id = o.organization_id and c.id = o.class_id and c.state = 'active'
        where o.organization_id = ${organizationId} and o.user_id = ${users.id} and o.class_id <> ${classId})`,
    })
    .from(classCoaches)
    .innerJoin(
      users,
      and(eq(users.organizationId, classCoaches.organizationId), eq(users.id, classCoaches.userId)),
    )
    .where(and(eq(classCoaches.organizationId, organizationId), eq(classCoaches.classId, classId)))
    .orderBy(desc(classCoaches.isLead), users.sortKey, users.id),
);

/** A class with its coaches and what the actor may do with it. A coach sees their own classes only. */
export async function getClass(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const values = { organizationId: actor.organizationId, classId: id };
    const [[found], coaches] = await Promise.all([readClass(tx, values), readCoaches(tx, values)]);
    if (!found) throw notFound();
    const own = coaches.find((coach) => coach.id === actor.userId);
    if (classReach(actor.role) === "own-classes" && !own) throw notFound();
    return { ...found, coaches, rights: rightsOver(actor, found, own) };
  });
}
