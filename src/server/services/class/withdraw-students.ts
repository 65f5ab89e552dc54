import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { organizationSettings } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { enrollments } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { WithdrawInput } from "@/domain/class";
import type { WithdrawResult } from "@/domain/class-list";
import { DEFAULT_TIME_ZONE } from "@/domain/setting-list";
import { notFound } from "@/server/errors";
import { fillSeats, type Promoted } from "./fill-seats";
import { lockClass } from "./policies";
import { readOpenPlaces } from "./seats";
import { tellPlaces } from "./tell";

/** Somebody with a place in a class. */
export type Placed = {
  id: string;
  name: string;
  enrollmentId: string;
  state: "active" | "waiting";
  waitNumber: number | null;
};

/**
 * Takes people off the roster, and off the waiting list, and moves the waiting list up. What they had stays in the
 * class's history. One result a person.
 */
export async function withdraw(
  actor: OrganizationActor,
  { id, userIds, on, reason }: WithdrawInput,
): Promise<{ results: WithdrawResult[]; promoted: Promoted[] }> {
  return inOrganization(actor, async (tx) => {
    const found = await lockClass(tx, id, "roster");
    const placed = await readPlaced(tx, id, userIds);
    const results = userIds.map((userId): WithdrawResult => {
      const student = placed.get(userId);
      if (!student) return { id: userId, name: "", ok: false, code: "not_enrolled" };
      return { id: userId, name: student.name, ok: true, was: student.state };
    });
    const leaving = [...placed.values()];
    if (leaving.length === 0) return { results, promoted: [] };
    await closePlaces(tx, leaving, { at: new Date(), on, reason });
    await tellPlaces(tx, [{ change: "withdrawn", class: found, students: leaving, on, reason }]);
    return { results, promoted: await fillSeats(tx, [id]) };
  });
}

/**
 * The places that these people hold in the locked class, in the order of the ids. Throws NOT_FOUND where nobody of them
 * is of the school.
 */
export async function readPlaced(
  tx: TenantTx,
  classId: string,
  userIds: readonly string[],
): Promise<Map<string, Placed>> {
  const [people, places] = await Promise.all([
    tx.db
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(and(eq(users.organizationId, tx.actor.organizationId), inArray(users.id, [...userIds]))),
    readOpenPlaces(tx, classId, userIds),
  ]);
  if (people.length === 0) throw notFound();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return new Map(
    userIds.flatMap((id) => {
      const place = places.get(id);
      return place ? [[id, { id, name: names.get(id) ?? "", ...place }] as const] : [];
    }),
  );
}

/**
 * Ends the places. A last day, today at the school unless said, is for who had a seat: it is what tells them from those
 * who only waited. `movedTo` is the class that they go to.
 */
export async function closePlaces(
  tx: TenantTx,
  places: readonly Pick<Placed, "enrollmentId" | "state">[],
  {
    at,
    on,
    reason = "",
    movedTo = null,
  }: { at: Date; on?: string; reason?: string; movedTo?: string | null },
): Promise<void> {
  for (const state of ["active", "waiting"] as const) {
    const ids = places.filter((place) => place.state === state).map(({ enrollmentId }) => enrollmentId);
    if (ids.length === 0) continue;
    await tx.db
      .update(enrollments)
      .set({
        state: "withdrawn",
        waitNumber: null,
        withdrawnAt: at,
        withdrawnOn: state === "active" ? (on ?? today(tx)) : null,
        withdrawalReason: reason,
        movedToClassId: movedTo,
      })
      .where(and(eq(enrollments.organizationId, tx.actor.organizationId), inArray(enrollments.id, ids)));
  }
}

function today(tx: TenantTx): SQL {
  return sql`(now() at time zone coalesce(
    (select setting.value #>> '{}' from ${organizationSettings} setting
      where setting.organization_id = ${tx.actor.organizationId} and setting.key = 'region.timeZone'),
    ${DEFAULT_TIME_ZONE}))::date`;
}
