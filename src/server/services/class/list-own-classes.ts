import { and, desc, eq, inArray } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { classCoaches } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { coachedClasses, enrolledClasses } from "./membership";

/** The active classes that the actor coaches, and those that the actor attends with the names of their coaches. */
export async function listOwnClasses(actor: OrganizationActor) {
  return inOrganization(actor, async (tx) => {
    const ids = actor.userId === null ? [] : [actor.userId];
    const [coached, attended] = await Promise.all([coachedClasses(tx, ids), enrolledClasses(tx, ids)]);
    const coaches = await coachNames(
      tx,
      attended.map(({ id }) => id),
    );
    return {
      coached: coached.map(({ userId: _userId, ...row }) => row),
      attended: attended.map(({ id, name }) => ({ id, name, coaches: coaches.get(id) ?? [] })),
    };
  });
}

async function coachNames(tx: TenantTx, classIds: string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  if (classIds.length === 0) return names;
  const rows = await tx.db
    .select({ classId: classCoaches.classId, name: users.name })
    .from(classCoaches)
    .innerJoin(
      users,
      and(eq(users.organizationId, classCoaches.organizationId), eq(users.id, classCoaches.userId)),
    )
    .where(
      and(eq(classCoaches.organizationId, tx.actor.organizationId), inArray(classCoaches.classId, classIds)),
    )
    .orderBy(desc(classCoaches.isLead), users.sortKey);
  for (const { classId, name } of rows) names.set(classId, [...(names.get(classId) ?? []), name]);
  return names;
}
