import { and, eq, inArray, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { classCoaches, classes } from "@/db/schema/tenant/classes";
import type { OrganizationActor, TenantTx } from "@/db/scope";
import type { ClassRights } from "@/domain/class-list";
import { classReach } from "@/domain/permissions";
import type { ClassState } from "@/domain/roles";
import { DomainError, notFound } from "@/server/errors";

export type ClassRow = typeof classes.$inferSelect;

/** Ids of the classes that the actor coaches. */
export async function ownClassIds(tx: TenantTx): Promise<Set<string>> {
  return new Set((await ownPlaces(tx)).keys());
}

/**
 * What the actor may do with the class: an admin everything, its lead all but archiving it, its other coaches the
 * roster. An archived class can only be restored.
 */
export function rightsOver(
  { role }: OrganizationActor,
  { state }: { state: ClassState },
  own: { isLead: boolean } | undefined,
): ClassRights {
  const isAdmin = classReach(role) === "organization";
  if (state === "archived") return { edit: false, roster: false, coaches: false, archive: isAdmin };
  const isLead = isAdmin || own?.isLead === true;
  return { edit: isLead, roster: isAdmin || own !== undefined, coaches: isLead, archive: isAdmin };
}

/**
 * The classes, locked one after the other in the order of their ids: the lock puts all that changes a class's people
 * in a row. An act that locks people too locks them before. Ids that the school does not have are left out.
 */
export async function lockClassRows(tx: TenantTx, ids: readonly string[]): Promise<Map<string, ClassRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .select()
    .from(classes)
    .where(and(eq(classes.organizationId, tx.actor.organizationId), inArray(classes.id, [...ids])))
    .orderBy(classes.id)
    .for("no key update");
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The active classes, locked, in the order of `ids`, if the actor has the right over each. Throws NOT_FOUND for one that
 * is not there or beyond a coach's reach, CONFLICT for one that is archived, and FORBIDDEN where the right is missing.
 */
export async function lockClasses(
  tx: TenantTx,
  ids: readonly string[],
  right: keyof ClassRights,
): Promise<ClassRow[]> {
  const [rows, own] = await Promise.all([lockClassRows(tx, ids), ownPlaces(tx, ids)]);
  return ids.map((id) => {
    const row = rows.get(id);
    if (!row || (classReach(tx.actor.role) === "own-classes" && !own.has(id))) throw notFound();
    if (row.state === "archived") throw new DomainError("conflict", "class.archived");
    if (!rightsOver(tx.actor, row, own.get(id))[right]) throw new DomainError("forbidden", "forbidden");
    return row;
  });
}

/** `lockClasses` of a single one. */
export async function lockClass(tx: TenantTx, id: string, right: keyof ClassRights): Promise<ClassRow> {
  const [row] = await lockClasses(tx, [id], right);
  if (!row) throw notFound();
  return row;
}

const organizationId = sql.placeholder("organizationId");
const classId = sql.placeholder("id");

const readClassRow = prepared("class_row", (db) =>
  db
    .select()
    .from(classes)
    .where(and(eq(classes.organizationId, organizationId), eq(classes.id, classId))),
);

const readOwnPlace = prepared("own_place", (db) =>
  db
    .select({ isLead: classCoaches.isLead })
    .from(classCoaches)
    .where(
      and(
        eq(classCoaches.organizationId, organizationId),
        eq(classCoaches.classId, classId),
        eq(classCoaches.userId, sql.placeholder("userId")),
      ),
    ),
);

/** Throws NOT_FOUND unless the class is there and within the actor's reach, and FORBIDDEN where the right is missing. */
export async function requireClass(tx: TenantTx, id: string, right?: keyof ClassRights): Promise<ClassRow> {
  const { organizationId, userId, role } = tx.actor;
  const [[row], [own]] = await Promise.all([
    readClassRow(tx, { organizationId, id }),
    userId === null ? [] : readOwnPlace(tx, { organizationId, id, userId }),
  ]);
  if (!row || (classReach(role) === "own-classes" && !own)) throw notFound();
  if (right && !rightsOver(tx.actor, row, own)[right]) throw new DomainError("forbidden", "forbidden");
  return row;
}

async function ownPlaces(tx: TenantTx, ids?: readonly string[]): Promise<Map<string, { isLead: boolean }>> {
  const { organizationId, userId } = tx.actor;
  if (userId === null) return new Map();
  const rows = await tx.db
    .select({ classId: classCoaches.classId, isLead: classCoaches.isLead })
    .from(classCoaches)
    .where(
      and(
        eq(classCoaches.organizationId, organizationId),
        eq(classCoaches.userId, userId),
        ids && inArray(classCoaches.classId, [...ids]),
      ),
    );
  return new Map(rows.map(({ classId, isLead }) => [classId, { isLead }]));
}
