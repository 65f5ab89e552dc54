import { and, asc, eq, inArray, or } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { classCoaches, enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import { newId } from "@/lib/ids";
import { fillSeats } from "./fill-seats";
import { changeLeads, type LeadChange } from "./leads";
import type { FormerCoach, FormerStudent } from "./leave-classes";
import { type ClassRow, lockClassRows } from "./policies";
import { reopenPlaces } from "./reopen-places";
import { tellPlaces } from "./tell";

/** Somebody who is back, with what `leaveClasses` took when they left. */
export type Returning = {
  id: string;
  name: string;
  leftAt: Date;
  coached: readonly FormerCoach[];
  waited: readonly FormerStudent[];
};

/**
 * Gives people who were removed from the school their classes back, those who left last first. Whoever took over a lead
 * by their removal gives it back; a lead whom somebody has chosen since stays, and they coach beside. A seat is theirs
 * if one is free, else they wait.
 */
export async function returnToClasses(tx: TenantTx, people: readonly Returning[]): Promise<void> {
  const byLeaving = [...people].sort((one, other) => other.leftAt.getTime() - one.leftAt.getTime());
  const coached = byLeaving.flatMap((person) => person.coached);
  const closed = await readClosed(tx, people);
  const classIds = [...coached, ...closed].map(({ classId }) => classId);
  const locked = await lockClassRows(tx, [...new Set(classIds)]);
  await reinstateCoaches(tx, locked, coached);
  const active = [...locked.values()].filter(({ state }) => state === "active");
  const archived = [...locked.values()].filter(({ state }) => state === "archived");
  // An archived class stays as it was: with its roster, and without a waiting list.
  const places = [
    await reopenPlaces(tx, active, closed),
    await reopenPlaces(
      tx,
      archived.map(({ id }) => ({ id, capacity: null })),
      closed.filter(({ hadSeat }) => hadSeat),
    ),
  ];
  const tell = (change: "enrolled" | "waiting", students: typeof closed) =>
    [...locked.values()].map((found) => ({
      change,
      class: found,
      students: students.filter(({ classId }) => classId === found.id).map(({ id, name }) => ({ id, name })),
      because: "back_at_school" as const,
    }));
  await tellPlaces(tx, [
    ...tell(
      "enrolled",
      places.flatMap(({ seated }) => seated),
    ),
    ...tell(
      "waiting",
      places.flatMap(({ waiting }) => waiting),
    ),
  ]);
  await fillSeats(
    tx,
    active.map(({ id }) => id),
  );
}

/** Puts coaches back into locked classes, in the order in which the leads are to be given back. */
async function reinstateCoaches(
  tx: TenantTx,
  locked: ReadonlyMap<string, ClassRow>,
  former: readonly FormerCoach[],
): Promise<void> {
  if (former.length === 0) return;
  const { organizationId } = tx.actor;
  const leads = await readLeads(tx, [...locked.keys()]);
  const now = new Map(leads);
  const interim: { classId: string; userId: string }[] = [];
  for (const { userId, classId, isLead, successorId, isInterim } of former) {
    const lead = now.get(classId);
    if (!isLead || (lead && lead !== successorId)) continue;
    now.set(classId, userId);
    if (successorId && isInterim) interim.push({ classId, userId: successorId });
  }
  await tx.db
    .insert(classCoaches)
    .values(former.map(({ userId, classId }) => ({ organizationId, id: newId(), classId, userId })))
    .onConflictDoNothing();
  const changed = [...now].filter(([classId, userId]) => leads.get(classId) !== userId);
  const names = await readNames(tx, [...leads.values(), ...now.values()]);
  await changeLeads(
    tx,
    changed.flatMap(([classId, userId]): LeadChange[] => {
      const found = locked.get(classId);
      const before = leads.get(classId);
      return found
        ? [{ class: found, before: before ? person(before, names) : null, after: person(userId, names) }]
        : [];
    }),
  );
  if (interim.length > 0)
    await tx.db
      .delete(classCoaches)
      .where(
        and(
          eq(classCoaches.organizationId, organizationId),
          eq(classCoaches.isLead, false),
          or(
            ...interim.map(({ classId, userId }) =>
              and(eq(classCoaches.classId, classId), eq(classCoaches.userId, userId)),
            ),
          ),
        ),
      );
}

/** Gives people whose role lets them coach again the classes that a change of role took from them. */
export async function resumeCoaching(tx: TenantTx, former: readonly FormerCoach[]): Promise<void> {
  const locked = await lockClassRows(tx, [...new Set(former.map(({ classId }) => classId))]);
  await reinstateCoaches(tx, locked, former);
}

function person(id: string, names: ReadonlyMap<string, string>) {
  return { id, name: names.get(id) ?? "" };
}

async function readLeads(tx: TenantTx, classIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.db
    .select({ classId: classCoaches.classId, userId: classCoaches.userId })
    .from(classCoaches)
    .where(
      and(
        eq(classCoaches.organizationId, tx.actor.organizationId),
        eq(classCoaches.isLead, true),
        inArray(classCoaches.classId, [...classIds]),
      ),
    );
  return new Map(rows.map(({ classId, userId }) => [classId, userId]));
}

async function readNames(tx: TenantTx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.organizationId, tx.actor.organizationId), inArray(users.id, [...ids])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The places that ended when these people left, those first who had them the longest. */
async function readClosed(tx: TenantTx, people: readonly Returning[]) {
  const byId = new Map(people.map((one) => [one.id, one]));
  const rows = await tx.db
    .select({
      enrollmentId: enrollments.id,
      classId: enrollments.classId,
      userId: enrollments.userId,
      withdrawnAt: enrollments.withdrawnAt,
      withdrawnOn: enrollments.withdrawnOn,
    })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.organizationId, tx.actor.organizationId),
        inArray(enrollments.userId, [...byId.keys()]),
        inArray(
          enrollments.withdrawnAt,
          people.map(({ leftAt }) => leftAt),
        ),
        eq(enrollments.state, "withdrawn"),
      ),
    )
    .orderBy(asc(enrollments.enrolledAt), asc(enrollments.id));
  return rows.flatMap(({ userId, withdrawnAt, withdrawnOn, ...place }) => {
    const one = byId.get(userId);
    if (!one || withdrawnAt?.getTime() !== one.leftAt.getTime()) return [];
    const waited = one.waited.find(({ classId }) => classId === place.classId);
    const hadSeat = withdrawnOn !== null;
    return [
      {
        ...place,
        id: userId,
        name: one.name,
        hadSeat,
        waitNumber: hadSeat ? null : (waited?.waitNumber ?? null),
      },
    ];
  });
}
