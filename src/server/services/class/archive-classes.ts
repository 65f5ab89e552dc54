import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/core/invitations";
import { users } from "@/db/schema/core/users";
import { classes, enrollments } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import type { ClassResult } from "@/domain/class-list";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { type ClassRow, lockClassRows } from "./policies";
import { tellPlaces } from "./tell";
import { closePlaces, type Placed } from "./withdraw-students";

/** What archiving these classes would end, before it is done. */
export async function previewArchive(actor: OrganizationActor, { ids }: { ids: string[] }) {
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const rows = await tx.db
      .select()
      .from(classes)
      .where(and(eq(classes.organizationId, organizationId), inArray(classes.id, ids)));
    const { results, changed } = judgeArchive(ids, new Map(rows.map((row) => [row.id, row])));
    const changedIds = changed.map(({ id }) => id);
    if (changedIds.length === 0) return { results, studentCount: 0, waitingCount: 0, invitedCount: 0 };
    const inState = (state: "active" | "waiting") =>
      tx.db.$count(
        enrollments,
        and(
          eq(enrollments.organizationId, organizationId),
          inArray(enrollments.classId, changedIds),
          eq(enrollments.state, state),
        ),
      );
    const [studentCount, waitingCount, invitedCount] = await Promise.all([
      inState("active"),
      inState("waiting"),
      tx.db.$count(
        invitations,
        and(
          eq(invitations.organizationId, organizationId),
          inArray(invitations.classId, changedIds),
          eq(invitations.status, "pending"),
          gt(invitations.expiresAt, sql`now()`),
        ),
      ),
    ]);
    return { results, studentCount, waitingCount, invitedCount };
  });
}

/**
 * Makes classes read-only: coaches and roster stay as they are, the waiting list is closed. One result a class; throws
 * NOT_FOUND where none of them is there.
 */
export async function archiveClasses(
  actor: OrganizationActor,
  { ids }: { ids: string[] },
): Promise<ClassResult[]> {
  return inOrganization(actor, (tx) => archiveClassesIn(tx, ids));
}

/** The same within a transaction. */
export async function archiveClassesIn(tx: TenantTx, ids: readonly string[]): Promise<ClassResult[]> {
  const { results, changed } = judgeArchive(ids, await lockClassRows(tx, ids));
  if (changed.length === 0) return results;
  const changedIds = changed.map(({ id }) => id);
  // One moment for both: it is how a restored class knows who was waiting.
  const at = new Date();
  const waiting = await readWaiting(tx, changedIds);
  await closePlaces(tx, waiting, { at });
  await tx.db
    .update(classes)
    .set({ state: "archived", archivedAt: at, updatedAt: at })
    .where(and(eq(classes.organizationId, tx.actor.organizationId), inArray(classes.id, changedIds)));
  await recordEvents(
    tx,
    changed.map(({ id, name }) => ({ action: "class.archived", subject: { type: "class", id, name } })),
  );
  await tellPlaces(
    tx,
    changed.map((found) => ({
      change: "withdrawn",
      class: found,
      students: waiting.filter(({ classId }) => classId === found.id),
      because: "class_archived",
    })),
  );
  return results;
}

function judgeArchive(ids: readonly string[], rows: ReadonlyMap<string, ClassRow>) {
  if (rows.size === 0) throw notFound();
  const changed: ClassRow[] = [];
  const results = ids.map((id): ClassResult => {
    const row = rows.get(id);
    if (!row) return { id, name: "", ok: false, code: "not_found" };
    if (row.state === "archived") return { id, name: row.name, ok: false, code: "unchanged" };
    changed.push(row);
    return { id, name: row.name, ok: true };
  });
  return { results, changed };
}

async function readWaiting(
  tx: TenantTx,
  classIds: readonly string[],
): Promise<(Placed & { classId: string })[]> {
  return tx.db
    .select({
      id: users.id,
      name: users.name,
      classId: enrollments.classId,
      enrollmentId: enrollments.id,
      state: sql<"waiting">`${enrollments.state}`,
      waitNumber: enrollments.waitNumber,
    })
    .from(enrollments)
    .innerJoin(
      users,
      and(eq(users.organizationId, enrollments.organizationId), eq(users.id, enrollments.userId)),
    )
    .where(
      and(
        eq(enrollments.organizationId, tx.actor.organizationId),
        inArray(enrollments.classId, [...classIds]),
        eq(enrollments.state, "waiting"),
      ),
    )
    .orderBy(asc(enrollments.classId), asc(enrollments.waitNumber));
}
