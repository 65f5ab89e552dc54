import { and, desc, eq, inArray } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { classCoaches } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { coachedClasses, enrolledClasses } from "./membership";

/** The active classes that the actor coaches, and those that they attend or wait for with the names of the coaches. */
export async function listOwnClasses(actor: OrganizationActor) {
  return inOrganization(actor, async (tx) => {
    const ids = actor.userId === null ? [] : [actor.userId];
    const [coached, attended, awaited] = await Promise.all([
      coachedClasses(tx, ids),
      enrolledClasses(tx, ids),
      enrolledClasses(tx, ids, "waiting"),
    ]);
    const coaches = await coachNames(
      tx,
      [...attended, ...awaited].map(({ id }) => id),
    );
    const shown = ({ id, name }: { id: string; name: string }) => ({
      ...{ id, name },
      coaches: coaches.get(id) ?? [],
    });
    return {
      coached: coached.map(({ userId: _userId, ...row }) => row),
      attended: attended.map(shown),
      awaited: awaited.map(shown),
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
