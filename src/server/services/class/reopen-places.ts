import { and, eq, inArray, sql } from "drizzle-orm";
import { enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import type { ClassRow } from "./policies";
import { readOccupancies } from "./seats";

/** A place that ended; `waitNumber` is null for who had a seat. */
export type ClosedPlace = { classId: string; enrollmentId: string; waitNumber: number | null };

type Seating<Place> = { seated: Place[]; waiting: { place: Place; number: number }[] };

/**
 * Opens ended places of locked classes again, in their order: a seat for who had one, while there are any; else the
 * place in the waiting list that it was, or the end of the list where somebody has it by now.
 */
export async function reopenPlaces<Place extends ClosedPlace>(
  tx: TenantTx,
  classes: readonly Pick<ClassRow, "id" | "capacity">[],
  places: readonly Place[],
): Promise<{ seated: Place[]; waiting: Place[] }> {
  if (places.length === 0) return { seated: [], waiting: [] };
  const [occupancies, numbers] = await Promise.all([
    readOccupancies(tx, classes),
    readWaitNumbers(
      tx,
      classes.map(({ id }) => id),
    ),
  ]);
  const seatings = classes.map(({ id }): Seating<Place> => {
    const { seatsLeft = 0, lastInLine = 0 } = occupancies.get(id) ?? {};
    const ofClass = places.filter(({ classId }) => classId === id);
    return seat(ofClass, { seatsLeft, lastInLine, taken: numbers.get(id) ?? new Set() });
  });
  const seated = seatings.flatMap((seating) => seating.seated);
  const waiting = seatings.flatMap((seating) => seating.waiting);
  await writeSeated(tx, seated);
  await writeWaiting(tx, waiting);
  return { seated, waiting: waiting.map(({ place }) => place) };
}

function seat<Place extends ClosedPlace>(
  places: readonly Place[],
  { seatsLeft, lastInLine, taken }: { seatsLeft: number; lastInLine: number; taken: Set<number> },
): Seating<Place> {
  const hadSeat = places.filter(({ waitNumber }) => waitNumber === null);
  const seated = hadSeat.slice(0, Math.min(seatsLeft, hadSeat.length));
  const waited = places.filter(({ waitNumber }) => waitNumber !== null);
  let last = Math.max(lastInLine, ...waited.map(({ waitNumber }) => waitNumber ?? 0));
  const waiting = [...waited, ...hadSeat.slice(seated.length)].map((place) => {
    const isFree = place.waitNumber !== null && !taken.has(place.waitNumber);
    if (!isFree) last += 1;
    const number = isFree ? (place.waitNumber ?? last) : last;
    taken.add(number);
    return { place, number };
  });
  return { seated, waiting };
}

const REOPENED = { withdrawnAt: null, withdrawnOn: null, withdrawalReason: "", movedToClassId: null };

async function writeSeated(tx: TenantTx, seated: readonly ClosedPlace[]): Promise<void> {
  if (seated.length === 0) return;
  const ids = seated.map(({ enrollmentId }) => enrollmentId);
  await tx.db
    .update(enrollments)
    .set({ ...REOPENED, state: "active" })
    .where(and(eq(enrollments.organizationId, tx.actor.organizationId), inArray(enrollments.id, ids)));
}

async function writeWaiting(
  tx: TenantTx,
  waiting: readonly { place: ClosedPlace; number: number }[],
): Promise<void> {
  if (waiting.length === 0) return;
  const ids = waiting.map(({ place }) => place.enrollmentId);
  // Who had a seat waits only from now on.
  const lines = waiting.map(({ place, number }) => ({
    id: place.enrollmentId,
    number,
    is_new: place.waitNumber === null,
  }));
  const line = sql`jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line (id uuid, number int, is_new bool)
    where line.id = ${enrollments}.id`;
  await tx.db
    .update(enrollments)
    .set({
      ...REOPENED,
      state: "waiting",
      waitNumber: sql`(select line.number from ${line})`,
      enrolledAt: sql`(select case when line.is_new then now() else ${enrollments}.enrolled_at end from ${line})`,
    })
    .where(and(eq(enrollments.organizationId, tx.actor.organizationId), inArray(enrollments.id, ids)));
}

async function readWaitNumbers(tx: TenantTx, classIds: readonly string[]): Promise<Map<string, Set<number>>> {
  if (classIds.length === 0) return new Map();
  const rows = await tx.db
    .select({ classId: enrollments.classId, number: sql<number>`${enrollments.waitNumber}` })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.organizationId, tx.actor.organizationId),
        inArray(enrollments.classId, [...classIds]),
        eq(enrollments.state, "waiting"),
      ),
    );
  const numbers = new Map<string, Set<number>>();
  for (const { classId, number } of rows)
    numbers.set(classId, (numbers.get(classId) ?? new Set()).add(number));
  return numbers;
}
