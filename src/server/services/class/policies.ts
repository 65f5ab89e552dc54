import { and, eq } from "drizzle-orm";
import { classCoaches, classes } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import { classReach } from "@/domain/permissions";
import { notFound } from "@/server/errors";

/** Ids of the classes that the actor coaches. */
export async function ownClassIds(tx: TenantTx): Promise<Set<string>> {
  const { organizationId, userId } = tx.actor;
  if (userId === null) return new Set();
  const rows = await tx.db
    .select({ classId: classCoaches.classId })
    .from(classCoaches)
    .where(and(eq(classCoaches.organizationId, organizationId), eq(classCoaches.userId, userId)));
  return new Set(rows.map(({ classId }) => classId));
}

/** The class, locked, if the actor may manage it; a coach's reach ends at their own. Else NOT_FOUND, as for none. */
export async function lockManagedClass(tx: TenantTx, id: string) {
  const [row] = await tx.db
    .select()
    .from(classes)
    .where(and(eq(classes.organizationId, tx.actor.organizationId), eq(classes.id, id)))
    .for("update");
  if (!row) throw notFound();
  if (classReach(tx.actor.role) === "own-classes" && !(await ownClassIds(tx)).has(id)) throw notFound();
  return row;
}

/** Whether the class exists in the school and takes people. */
export async function isOpenClass(tx: TenantTx, id: string): Promise<boolean> {
  const found = await tx.db.$count(
    classes,
    and(eq(classes.organizationId, tx.actor.organizationId), eq(classes.id, id), eq(classes.state, "active")),
  );
  return found > 0;
}
