import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { academicYears } from "@/db/schema/tenant/academics";
import { classCoaches, classes } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { ClassFilter, ListClassesInput } from "@/domain/class";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { positionOf, positionSchema, readPage } from "./page";
import { matching, seatCounts, withinReach } from "./queries";

const MAX_YEARS = 100;
const MAX_COACHES_OFFERED = 500;

/** One page of the classes within the actor's reach. `from` is the rank of its first row in the whole list, from 1. */
export async function listClasses(actor: OrganizationActor, input: ListClassesInput) {
  const { sort, limit, cursor } = input;
  const position = cursor === undefined ? undefined : decodeCursor(positionSchema(sort), cursor);
  return readInOrganization(actor, async (tx) => {
    const found = await readPage(tx, { ...input, after: position?.after, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const index = position?.index ?? 0;
    const nextCursor =
      last && found.length > limit
        ? encodeCursor({ after: positionOf(sort, last), index: index + page.length })
        : null;
    const rows = page.map(({ sortKey: _sortKey, createdMicroseconds: _created, ...row }) => row);
    return { rows, from: index + 1, nextCursor };
  });
}

/** How many classes the filter matches, and how many there are within the actor's reach whatever it says. */
export async function countClasses(actor: OrganizationActor, filter: ClassFilter) {
  return readInOrganization(actor, async (tx) => {
    const open = tx.db.$with("open").as(seatCounts(tx));
    const count = sql<number>`count(*)::int`;
    const matched = tx.db.with(open).select({ count }).from(classes).$dynamic();
    const [states, [found]] = await Promise.all([
      tx.db
        .select({ state: classes.state, count })
        .from(classes)
        .where(withinReach(tx))
        .groupBy(classes.state),
      (filter.seats.length > 0 ? matched.leftJoin(open, eq(open.classId, classes.id)) : matched).where(
        matching(tx, filter),
      ),
    ]);
    const inState = (state: string) => states.find((row) => row.state === state)?.count ?? 0;
    return { matching: found?.count ?? 0, active: inState("active"), archived: inState("archived") };
  });
}

/** What the list can be filtered by: the years, newest first, and the coaches by name. */
export async function classFacets(actor: OrganizationActor) {
  return readInOrganization(actor, async (tx) => {
    const [years, coaches] = await Promise.all([
      tx.db
        .select({ year: academicYears.name })
        .from(academicYears)
        .where(
          and(
            eq(academicYears.organizationId, actor.organizationId),
            inArray(
              academicYears.id,
              tx.db.select({ id: classes.yearId }).from(classes).where(withinReach(tx)),
            ),
          ),
        )
        .orderBy(desc(academicYears.startsOn), desc(academicYears.id))
        .limit(MAX_YEARS),
      tx.db
        .selectDistinct({ id: users.id, name: users.name, sortKey: users.sortKey })
        .from(classes)
        .innerJoin(
          classCoaches,
          and(eq(classCoaches.organizationId, classes.organizationId), eq(classCoaches.classId, classes.id)),
        )
        .innerJoin(
          users,
          and(eq(users.organizationId, classCoaches.organizationId), eq(users.id, classCoaches.userId)),
        )
        .where(withinReach(tx))
        .orderBy(asc(users.sortKey), asc(users.id))
        .limit(MAX_COACHES_OFFERED),
    ]);
    return {
      years: years.map(({ year }) => year),
      coaches: coaches.map(({ id, name }) => ({ id, name })),
    };
  });
}
