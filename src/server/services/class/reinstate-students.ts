import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { auditEvents } from "@/db/schema/core/audit";
import { enrollments } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { ReinstateResult } from "@/domain/class-list";
import { notFound } from "@/server/errors";
import { fillSeats } from "./fill-seats";
import { holdMembers, studentRefusal } from "./members";
import { lockClass } from "./policies";
import { reopenPlaces } from "./reopen-places";
import { readOpenPlaces } from "./seats";
import { tellPlaces } from "./tell";

/**
 * Undoes the newest withdrawal of each: a seat if one is free, else the waiting list; who only waited gets their old
 * place in it. One result a person.
 */
export async function reinstate(
  actor: OrganizationActor,
  { id, userIds }: { id: string; userIds: string[] },
): Promise<ReinstateResult[]> {
  return inOrganization(actor, async (tx) => {
    const members = await holdMembers(tx, userIds);
    const found = await lockClass(tx, id, "roster");
    const [open, closed] = await Promise.all([
      readOpenPlaces(tx, id, userIds),
      readLastPlaces(tx, id, userIds),
    ]);
    if (open.size === 0 && closed.size === 0) throw notFound();
    const refusalOf = (
      userId: string,
    ): Exclude<ReinstateResult["outcome"], "enrolled" | "waiting"> | undefined => {
      const place = open.get(userId);
      if (place) return place.state === "active" ? "already_enrolled" : "already_waiting";
      const member = members.get(userId);
      return member && closed.has(userId) ? studentRefusal(member) : "not_found";
    };
    const returning = userIds.flatMap((userId) => {
      const [member, place] = [members.get(userId), closed.get(userId)];
      return member && place && refusalOf(userId) === undefined
        ? [{ id: userId, name: member.name, ...place }]
        : [];
    });
    const { seated, waiting } = await reopenPlaces(tx, [found], returning);
    const students = (places: typeof returning) =>
      places.map(({ id: userId, name }) => ({ id: userId, name }));
    await tellPlaces(tx, [
      { change: "enrolled", class: found, students: students(seated) },
      { change: "waiting", class: found, students: students(waiting) },
    ]);
    const promoted = await fillSeats(tx, [id]);
    const isSeated = new Set([...seated, ...promoted].map((student) => student.id));
    return userIds.map((userId): ReinstateResult => {
      const outcome = refusalOf(userId) ?? (isSeated.has(userId) ? "enrolled" : "waiting");
      const name = outcome === "not_found" ? "" : (members.get(userId)?.name ?? "");
      return { id: userId, name, outcome };
    });
  });
}

/** What each had in the class last, those first who had it the longest. */
async function readLastPlaces(tx: TenantTx, classId: string, userIds: readonly string[]) {
  const { organizationId } = tx.actor;
  const [rows, numbers] = await Promise.all([
    tx.db
      .selectDistinctOn([enrollments.userId], {
        userId: enrollments.userId,
        enrollmentId: enrollments.id,
        withdrawnOn: enrollments.withdrawnOn,
      })
      .from(enrollments)
      .where(
        and(
          eq(enrollments.organizationId, organizationId),
          eq(enrollments.classId, classId),
          inArray(enrollments.userId, [...userIds]),
          eq(enrollments.state, "withdrawn"),
        ),
      )
      .orderBy(enrollments.userId, desc(enrollments.withdrawnAt), desc(enrollments.id)),
    readOldNumbers(tx, classId, userIds),
  ]);
  return new Map(
    rows.map(({ userId, enrollmentId, withdrawnOn }) => {
      // Without a last day they only waited.
      const waitNumber = withdrawnOn === null ? (numbers.get(userId) ?? null) : null;
      return [userId, { classId, enrollmentId, waitNumber }];
    }),
  );
}

async function readOldNumbers(tx: TenantTx, classId: string, userIds: readonly string[]) {
  const rows = await tx.db
    .selectDistinctOn([auditEvents.subjectId], {
      userId: auditEvents.subjectId,
      waitNumber: sql<number | null>`(${auditEvents.before} ->> 'waitNumber')::int`,
    })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, tx.actor.organizationId),
        inArray(auditEvents.subjectId, [...userIds]),
        eq(auditEvents.action, "user.class_withdrawn"),
        sql`${auditEvents.after} #>> '{class,id}' = ${classId}`,
      ),
    )
    .orderBy(auditEvents.subjectId, desc(auditEvents.createdAt), desc(auditEvents.id));
  return new Map(
    rows.flatMap(({ userId, waitNumber }) => (userId && waitNumber ? [[userId, waitNumber] as const] : [])),
  );
}
