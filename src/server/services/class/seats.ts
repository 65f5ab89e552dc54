import { and, eq, inArray, sql } from "drizzle-orm";
import { enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import { newId } from "@/lib/ids";
import type { ClassRow } from "./policies";

/** How a class is taken: seats left (Infinity without a limit), and the last place of its waiting list. */
export type Occupancy = { seatsLeft: number; lastInLine: number };

/** How the classes are taken. Somebody new gets no seat while others wait, whatever the count says. */
export async function readOccupancies(
  tx: TenantTx,
  found: readonly Pick<ClassRow, "id" | "capacity">[],
): Promise<Map<string, Occupancy>> {
  if (found.length === 0) return new Map();
  const rows = await tx.db
    .select({
      classId: enrollments.classId,
      active: sql<number>`count(*) filter (where ${enrollments.state} = 'active')::int`,
      waiting: sql<number>`count(*) filter (where ${enrollments.state} = 'waiting')::int`,
      lastInLine: sql<number>`coalesce(max(${enrollments.waitNumber}), 0)`,
    })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.organizationId, tx.actor.organizationId),
        inArray(
          enrollments.classId,
          found.map(({ id }) => id),
        ),
        sql`${enrollments.state} in ('active', 'waiting')`,
      ),
    )
    .groupBy(enrollments.classId);
  const byId = new Map(rows.map((row) => [row.classId, row]));
  return new Map(
    found.map(({ id, capacity }) => {
      const { active = 0, waiting = 0, lastInLine = 0 } = byId.get(id) ?? {};
      const limit = capacity ?? Number.POSITIVE_INFINITY;
      const seatsLeft = capacity !== null && waiting > 0 ? 0 : Math.max(0, limit - active);
      return [id, { seatsLeft, lastInLine }];
    }),
  );
}

/** `readOccupancies` of one. */
export async function readOccupancy(
  tx: TenantTx,
  found: Pick<ClassRow, "id" | "capacity">,
): Promise<Occupancy> {
  return (await readOccupancies(tx, [found])).get(found.id) ?? { seatsLeft: 0, lastInLine: 0 };
}

export type OpenPlace = { enrollmentId: string; state: "active" | "waiting"; waitNumber: number | null };

/** The seats and places in the waiting list that these people hold in the class. */
export async function readOpenPlaces(
  tx: TenantTx,
  classId: string,
  userIds: readonly string[],
): Promise<Map<string, OpenPlace>> {
  if (userIds.length === 0) return new Map();
  const rows = await tx.db
    .select({
      enrollmentId: enrollments.id,
      userId: enrollments.userId,
      state: sql<"active" | "waiting">`${enrollments.state}`,
      waitNumber: enrollments.waitNumber,
    })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.organizationId, tx.actor.organizationId),
        eq(enrollments.classId, classId),
        inArray(enrollments.userId, [...userIds]),
        sql`${enrollments.state} in ('active', 'waiting')`,
      ),
    );
  return new Map(rows.map(({ userId, ...place }) => [userId, place]));
}

/**
 * Gives people who hold no place in the locked class one, in their order: a seat while there are any, then the end of
 * the waiting list.
 */
export async function placeStudents<Student extends { id: string }>(
  tx: TenantTx,
  found: Pick<ClassRow, "id" | "capacity">,
  students: readonly Student[],
): Promise<{ enrolled: Student[]; waiting: Student[] }> {
  if (students.length === 0) return { enrolled: [], waiting: [] };
  const { seatsLeft, lastInLine } = await readOccupancy(tx, found);
  const seated = Math.min(seatsLeft, students.length);
  const { organizationId } = tx.actor;
  await tx.db.insert(enrollments).values(
    students.map(({ id: userId }, index) => ({
      organizationId,
      id: newId(),
      classId: found.id,
      userId,
      ...(index < seated
        ? { state: "active" as const }
        : { state: "waiting" as const, waitNumber: lastInLine + index - seated + 1 }),
    })),
  );
  return { enrolled: students.slice(0, seated), waiting: students.slice(seated) };
}
