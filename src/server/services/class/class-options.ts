import { and, eq, inArray } from "drizzle-orm";
import { classes } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { classReach } from "@/domain/permissions";
import { yearName } from "./place";
import { ownClassIds } from "./policies";

const MAX_CLASSES = 1_000;

/** Classes that the actor may choose from, by name: a coach's own, an admin's all. Archived ones come last. */
export async function classOptions(actor: OrganizationActor) {
  return readInOrganization(actor, async (tx) => {
    const own = classReach(actor.role) === "own-classes" ? [...(await ownClassIds(tx))] : undefined;
    if (own?.length === 0) return [];
    return tx.db
      .select({
        id: classes.id,
        name: classes.name,
        state: classes.state,
        capacity: classes.capacity,
        year: yearName,
      })
      .from(classes)
      .where(and(eq(classes.organizationId, actor.organizationId), own && inArray(classes.id, own)))
      .orderBy(classes.state, classes.sortKey, classes.id)
      .limit(MAX_CLASSES);
  });
}
