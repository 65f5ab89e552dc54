import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { foldedName } from "@/db/folded-name";
import { holdsWords } from "@/db/holds-words";
import { academicYears } from "@/db/schema/tenant/academics";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import type { ClassFilter } from "@/domain/class";
import type { SeatFilter } from "@/domain/class-list";
import { classReach } from "@/domain/permissions";
import { searchTerms } from "@/lib/text-keys";

/** Classes within the actor's reach: an admin's all, a coach's own. */
export function withinReach(tx: TenantTx): SQL | undefined {
  const { organizationId, userId, role } = tx.actor;
  const ofSchool = eq(classes.organizationId, organizationId);
  if (classReach(role) === "organization") return ofSchool;
  return userId === null ? sql`false` : and(ofSchool, coachedBy(tx, userId));
}

/** Seats and places in the waiting list that are taken, by class. */
export function seatCounts(tx: TenantTx, which?: SQL) {
  return tx.db
    .select({
      classId: enrollments.classId,
      students: sql<number>`count(*) filter (where ${enrollments.state} = 'active')::int`.as("students"),
      waiting: sql<number>`count(*) filter (where ${enrollments.state} = 'waiting')::int`.as("waiting"),
    })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.organizationId, tx.actor.organizationId),
        sql`${enrollments.state} in ('active', 'waiting')`,
        which,
      ),
    )
    .groupBy(enrollments.classId);
}

/** How many have a seat, and wait, in a class that is joined with `seatCounts` under the name `open`. */
export const students = sql<number>`coalesce("open".students, 0)`;
export const waiting = sql<number>`coalesce("open".waiting, 0)`;

/** Classes that the filter asks for; where it asks for seats, they must be joined with `seatCounts`. */
export function matching(tx: TenantTx, filter: ClassFilter): SQL | undefined {
  const { search, coachId, states, years, seats, withoutLead } = filter;
  return and(
    withinReach(tx),
    ...holdsWords(foldedName(classes.name), searchTerms(search)),
    coachId === undefined ? undefined : coachedBy(tx, coachId),
    states.length > 0 ? inArray(classes.state, states) : undefined,
    years.length > 0 ? inArray(classes.yearId, yearsNamed(tx, years)) : undefined,
    seats.length > 0 ? or(...seats.map((one) => SEATS[one])) : undefined,
    withoutLead
      ? sql`not exists (select 1 from ${classCoaches} l where l.organization_id = ${tx.actor.organizationId}
          and l.class_id = ${classes}.id and l.is_lead)`
      : undefined,
  );
}

function yearsNamed(tx: TenantTx, names: readonly string[]) {
  return tx.db
    .select({ id: academicYears.id })
    .from(academicYears)
    .where(
      and(eq(academicYears.organizationId, tx.actor.organizationId), inArray(academicYears.name, [...names])),
    );
}

const SEATS: Record<SeatFilter, SQL> = {
  free: sql`${students} < ${classes.capacity} and ${waiting} = 0`,
  full: sql`${students} = ${classes.capacity}`,
  over: sql`${students} > ${classes.capacity}`,
  waiting: sql`${waiting} > 0`,
  unlimited: sql`${classes.capacity} is null`,
};

function coachedBy(tx: TenantTx, userId: string): SQL {
  return sql`${classes}.id in (select c.class_id from ${classCoaches} c
    where c.organization_id = ${tx.actor.organizationId} and c.user_id = ${userId})`;
}
