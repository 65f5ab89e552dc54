import { type AnyColumn, and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { instantFrom, microsecondsOf, microsecondsSchema } from "@/db/microseconds";
import { users } from "@/db/schema/core/users";
import { academicYears } from "@/db/schema/tenant/academics";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import type { ClassFilter, ListClassesInput } from "@/domain/class";
import type { ClassSort } from "@/domain/class-list";
import { matching, seatCounts, students } from "./queries";

const AFTER = {
  name: z.tuple([z.string(), z.uuid()]),
  year: z.tuple([z.string(), z.string(), z.uuid()]),
  students: z.tuple([z.string().regex(/^\d{1,9}$/), z.string(), z.uuid()]),
  created: z.tuple([microsecondsSchema, z.uuid()]),
};

/** Where the keyset page after a row begins: a place in this order, and in no other. */
export function positionSchema(sort: ClassSort) {
  return z.object({ after: AFTER[sort], index: z.number().int().min(0) });
}

type Positioned = {
  id: string;
  year: string;
  sortKey: string;
  studentCount: number;
  createdMicroseconds: string;
};

/** The row's place in the order, for the cursor. */
export function positionOf(sort: ClassSort, row: Positioned): string[] {
  const values = {
    name: [row.sortKey, row.id],
    year: [row.year, row.sortKey, row.id],
    students: [String(row.studentCount), row.sortKey, row.id],
    created: [row.createdMicroseconds, row.id],
  };
  return values[sort];
}

type Wanted = ClassFilter &
  Pick<ListClassesInput, "sort" | "direction"> & { limit: number; after?: readonly string[] | undefined };

/** Classes in the list's order, after a position of it, each with its seats, its lead and how many coach it. */
export function readPage(tx: TenantTx, { sort, direction, limit, after, ...filter }: Wanted) {
  const { organizationId } = tx.actor;
  const turn = direction === "asc" ? asc : desc;
  // Counted for the whole school only where the counts decide what is on the page.
  const isCounted = sort === "students" || filter.seats.length > 0;
  const whole = tx.db.$with("open").as(seatCounts(tx));
  const found = tx.db
    .select({
      id: classes.id,
      name: classes.name,
      year: year.as("year"),
      state: classes.state,
      capacity: classes.capacity,
      createdAt: classes.createdAt,
      archivedAt: classes.archivedAt,
      sortKey: classes.sortKey,
      createdMicroseconds: microsecondsOf(classes.createdAt).as("created_microseconds"),
      order: sql<number>`${isCounted ? students : 0}`.as("order"),
    })
    .from(classes)
    .where(and(matching(tx, filter), after && afterPosition(sort, direction, after)))
    .leftJoin(
      academicYears,
      and(eq(academicYears.organizationId, classes.organizationId), eq(academicYears.id, classes.yearId)),
    )
    .orderBy(...orderOf(sort, { ...columns, year }, students).map((column) => turn(column)))
    .limit(limit)
    .$dynamic();
  const page = tx.db
    .$with("page")
    .as(isCounted ? found.leftJoin(whole, eq(whole.classId, classes.id)) : found);
  const ofPage = sql`${enrollments.classId} in (select id from page)`;
  const open = isCounted ? whole : tx.db.$with("open").as(seatCounts(tx, ofPage));
  const team = sql`(
    select c.class_id, count(*)::int as coaches,
      json_agg(json_build_object('id', u.id, 'name', u.name)) filter (where c.is_lead) -> 0 as lead
    from ${classCoaches} c join ${users} u on u.organization_id = c.organization_id and u.id = c.user_id
    where c.organization_id = ${organizationId} and c.class_id in (select id from page)
    group by c.class_id) team`;
  return tx.db
    .with(...(isCounted ? [open, page] : [page, open]))
    .select({
      id: page.id,
      name: page.name,
      year: page.year,
      state: page.state,
      capacity: page.capacity,
      studentCount: sql<number>`coalesce(${open.students}, 0)`,
      waitingCount: sql<number>`coalesce(${open.waiting}, 0)`,
      lead: sql<{ id: string; name: string } | null>`team.lead`,
      coachCount: sql<number>`coalesce(team.coaches, 0)`,
      createdAt: page.createdAt,
      archivedAt: page.archivedAt,
      sortKey: page.sortKey,
      createdMicroseconds: page.createdMicroseconds,
    })
    .from(page)
    .leftJoin(open, eq(open.classId, page.id))
    .leftJoin(team, sql`team.class_id = ${page.id}`)
    .orderBy(...orderOf(sort, page, page.order).map((column) => turn(column)));
}

/** The name of the year that is joined; empty for a class without one. */
const year = sql<string>`coalesce(${academicYears.name}, '')`;
const columns = { id: classes.id, sortKey: classes.sortKey, createdAt: classes.createdAt };

type Ordered = Record<"id" | "sortKey" | "createdAt", AnyColumn> & { year: AnyColumn | SQL | SQL.Aliased };

/** What orders the list, the id last: no two rows are equal. */
function orderOf(
  sort: ClassSort,
  from: Ordered,
  count: SQL | SQL.Aliased,
): (AnyColumn | SQL | SQL.Aliased)[] {
  const byName = [from.sortKey, from.id];
  const orders = {
    name: byName,
    year: [from.year, ...byName],
    students: [count, ...byName],
    created: [from.createdAt, from.id],
  };
  return orders[sort];
}

// One row comparison, which the index of the order answers.
function afterPosition(sort: ClassSort, direction: "asc" | "desc", after: readonly string[]): SQL {
  const order = orderOf(sort, { ...columns, year }, students);
  const values = after.map((value, n) => {
    if (n === after.length - 1) return sql`${value}::uuid`;
    if (n === 0 && sort === "created") return instantFrom(value);
    return n === 0 && sort === "students" ? sql`${value}::int` : sql`${value}::text`;
  });
  const [row, position] = [sql.join(order, sql`, `), sql.join(values, sql`, `)];
  return direction === "asc" ? sql`(${row}) > (${position})` : sql`(${row}) < (${position})`;
}
