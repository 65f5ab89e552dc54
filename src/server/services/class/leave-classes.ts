import { and, eq, inArray, sql } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import { fillSeats } from "./fill-seats";
import { changeLeads, findSuccessors, type Successor } from "./leads";
import { type ClassRow, lockClassRows } from "./policies";
import { tellPlaces } from "./tell";
import { closePlaces, type Placed } from "./withdraw-students";

/** Where somebody coached, and who took over where they led: with `isInterim` somebody who did not coach the class. */
export type FormerCoach = {
  userId: string;
  classId: string;
  isLead: boolean;
  successorId?: string | undefined;
  isInterim?: boolean | undefined;
};
/** Where somebody had a seat, or a place in the waiting list. */
export type FormerStudent = { userId: string; classId: string; waitNumber: number | null };

/**
 * Takes people who are leaving the school off every class: the coach who has been there longest, else the acting admin,
 * leads on, and waiting lists move up into the seats. Returns what they had, for `returnToClasses`.
 */
export async function leaveClasses(
  tx: TenantTx,
  userIds: readonly string[],
  at: Date,
): Promise<{ coached: FormerCoach[]; enrolled: FormerStudent[] }> {
  const locked = await lockClassesOf(tx, userIds, { asStudents: true });
  const coached = await releaseCoaches(tx, userIds, locked);
  const placed = await readAllPlaces(tx, userIds);
  await closePlaces(tx, placed, { at });
  await tellPlaces(
    tx,
    [...locked.values()].map((found) => ({
      change: "withdrawn",
      class: found,
      students: placed.filter(({ classId }) => classId === found.id),
      because: "left_school",
    })),
  );
  await fillSeats(tx, [...new Set(placed.map(({ classId }) => classId))]);
  const enrolled = placed.map(({ id, classId, waitNumber }) => ({ userId: id, classId, waitNumber }));
  return { coached, enrolled };
}

/** Takes people off every class that they coach, as `leaveClasses` does; seats of theirs stay. */
export async function stopCoaching(tx: TenantTx, userIds: readonly string[]): Promise<FormerCoach[]> {
  return releaseCoaches(tx, userIds, await lockClassesOf(tx, userIds, { asStudents: false }));
}

/**
 * Names of the active classes that the actor would lead once these people go, and of those that nobody would, since the
 * actor is no member of the school.
 */
export async function foretellLeads(
  tx: TenantTx,
  userIds: readonly string[],
): Promise<{ takenOver: string[]; withoutCoach: string[] }> {
  if (userIds.length === 0) return { takenOver: [], withoutCoach: [] };
  const led = await tx.db
    .select({ id: classes.id, name: classes.name, state: classes.state })
    .from(classCoaches)
    .innerJoin(
      classes,
      and(eq(classes.organizationId, classCoaches.organizationId), eq(classes.id, classCoaches.classId)),
    )
    .where(
      and(
        eq(classCoaches.organizationId, tx.actor.organizationId),
        inArray(classCoaches.userId, [...userIds]),
        eq(classCoaches.isLead, true),
        eq(classes.state, "active"),
      ),
    )
    .orderBy(classes.sortKey, classes.id);
  const successors = await findSuccessors(tx, led, userIds);
  const names = (test: (successor: Successor | undefined) => boolean) =>
    led.filter(({ id }) => test(successors.get(id))).map(({ name }) => name);
  return {
    takenOver: names((successor) => successor?.isInterim === true),
    withoutCoach: names((successor) => successor === undefined),
  };
}

/** Every class that these people coach, and with `asStudents` hold a place in, locked. */
async function lockClassesOf(
  tx: TenantTx,
  userIds: readonly string[],
  { asStudents }: { asStudents: boolean },
): Promise<Map<string, ClassRow>> {
  const { organizationId } = tx.actor;
  const [coached, enrolled] = await Promise.all([
    tx.db
      .selectDistinct({ classId: classCoaches.classId })
      .from(classCoaches)
      .where(
        and(eq(classCoaches.organizationId, organizationId), inArray(classCoaches.userId, [...userIds])),
      ),
    asStudents ? readAllPlaces(tx, userIds) : [],
  ]);
  return lockClassRows(tx, [...new Set([...coached, ...enrolled].map(({ classId }) => classId))]);
}

async function releaseCoaches(
  tx: TenantTx,
  userIds: readonly string[],
  locked: ReadonlyMap<string, ClassRow>,
): Promise<FormerCoach[]> {
  const { organizationId } = tx.actor;
  const released = await tx.db
    .delete(classCoaches)
    .where(and(eq(classCoaches.organizationId, organizationId), inArray(classCoaches.userId, [...userIds])))
    .returning({ userId: classCoaches.userId, classId: classCoaches.classId, isLead: classCoaches.isLead });
  const leads = released.filter(({ isLead }) => isLead);
  const led = leads.flatMap(({ classId }) => locked.get(classId) ?? []);
  if (led.length === 0) return released;
  const [successors, people] = await Promise.all([
    findSuccessors(tx, led, userIds),
    tx.db
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(
        and(
          eq(users.organizationId, organizationId),
          inArray(
            users.id,
            leads.map(({ userId }) => userId),
          ),
        ),
      ),
  ]);
  await changeLeads(
    tx,
    led.map((found) => {
      const lead = leads.find(({ classId }) => classId === found.id);
      const before = people.find(({ id }) => id === lead?.userId) ?? null;
      return { class: found, before, after: successors.get(found.id) ?? null };
    }),
  );
  return released.map((row) => {
    const successor = row.isLead ? successors.get(row.classId) : undefined;
    return { ...row, ...(successor && { successorId: successor.id, isInterim: successor.isInterim }) };
  });
}

async function readAllPlaces(
  tx: TenantTx,
  userIds: readonly string[],
): Promise<(Placed & { classId: string })[]> {
  return tx.db
    .select({
      id: users.id,
      name: users.name,
      classId: enrollments.classId,
      enrollmentId: enrollments.id,
      state: sql<"active" | "waiting">`${enrollments.state}`,
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
        inArray(enrollments.userId, [...userIds]),
        sql`${enrollments.state} in ('active', 'waiting')`,
      ),
    );
}
