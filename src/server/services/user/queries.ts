import { type AnyColumn, and, asc, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { instantFrom, microsecondsOf, microsecondsSchema } from "@/db/microseconds";
import { users } from "@/db/schema/core/users";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import { roleSchema, userStatusSchema } from "@/domain/roles";
import type { UserFilter, UserSort } from "@/domain/user";
import { searchTerms } from "@/lib/text-keys";

/** Columns of a person in a list. */
export const listColumns = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  tier: users.tier,
  status: users.status,
  joinedAt: users.joinedAt,
  lastSeenAt: users.lastSeenAt,
};

/** Members of the school that the filter asks for. */
export function matching(tx: TenantTx, filter: UserFilter): SQL | undefined {
  const { organizationId } = tx.actor;
  const { roles, statuses, classId } = filter;
  return and(
    eq(users.organizationId, organizationId),
    isNull(users.leftAt),
    roles.length > 0 ? inArray(users.role, roles) : undefined,
    statuses.length > 0 ? inArray(users.status, statuses) : undefined,
    ...searchTerms(filter.search).map((term) => sql`${users.searchKey} like ${`% ${term}%`}`),
    classId === undefined
      ? undefined
      : sql`${users.id} in (
          select user_id from ${classCoaches} where organization_id = ${organizationId} and class_id = ${classId}
          union all
          select user_id from ${enrollments}
            where organization_id = ${organizationId} and class_id = ${classId} and state = 'active')`,
  );
}

/** What orders the list; of the table, or of a page that was taken from it. */
type Ordered = Record<"id" | "sortKey" | "role" | "status" | "joinedAt", AnyColumn>;

function sortColumns(sort: UserSort, from: Ordered = users): AnyColumn[] {
  const byName = [from.sortKey, from.id];
  const columns = {
    name: byName,
    role: [from.role, ...byName],
    status: [from.status, ...byName],
    joined: [from.joinedAt, from.id],
  };
  return columns[sort];
}

type Positioned = { id: string; role: string; status: string; sortKey: string; joinedMicroseconds: string };

const AFTER = {
  name: z.tuple([z.string(), z.uuid()]),
  role: z.tuple([roleSchema, z.string(), z.uuid()]),
  status: z.tuple([userStatusSchema, z.string(), z.uuid()]),
  joined: z.tuple([microsecondsSchema, z.uuid()]),
};

/** Where the keyset page after a row begins: a place in this order, and in no other. */
export function positionSchema(sort: UserSort) {
  return z.object({ after: AFTER[sort], index: z.number().int().min(0) });
}

/** The row's place in the order, for the cursor. */
export function positionOf(sort: UserSort, row: Positioned): string[] {
  const values = {
    name: [row.sortKey, row.id],
    role: [row.role, row.sortKey, row.id],
    status: [row.status, row.sortKey, row.id],
    joined: [row.joinedMicroseconds, row.id],
  };
  return values[sort];
}

/** The order of the list, the id last: no two rows are equal. */
function orderBy(sort: UserSort, direction: "asc" | "desc", from?: Ordered): SQL[] {
  return sortColumns(sort, from).map((column) => (direction === "asc" ? asc(column) : desc(column)));
}

type PageOfUsers = {
  where: SQL | undefined;
  sort: UserSort;
  direction: "asc" | "desc";
  limit: number;
};

/**
 * People in the list's order, each with the names of their active classes, coached first. The names come by one join
 * for all of them: looked up person by person, row security would be asked anew for each.
 */
export async function selectPage(tx: TenantTx, { where, sort, direction, limit }: PageOfUsers) {
  const { organizationId } = tx.actor;
  const page = tx.db.$with("page").as(
    tx.db
      .select({
        ...listColumns,
        sortKey: users.sortKey,
        joinedMicroseconds: microsecondsOf(users.joinedAt).as("joined_microseconds"),
      })
      .from(users)
      .where(where)
      .orderBy(...orderBy(sort, direction))
      .limit(limit),
  );
  const taking = sql`organization_id = ${organizationId} and user_id = any(array(select id from page))`;
  const names = sql`(
    select m.user_id, json_agg(c.name order by m.coached desc, c.sort_key) as class_names from (
      select user_id, class_id, true as coached from ${classCoaches} where ${taking}
      union all
      select user_id, class_id, false from ${enrollments} where ${taking} and state = 'active'
    ) m join ${classes} c on c.organization_id = ${organizationId} and c.id = m.class_id and c.state = 'active'
    group by m.user_id) names`;
  return tx.db
    .with(page)
    .select({
      id: page.id,
      name: page.name,
      email: page.email,
      role: page.role,
      tier: page.tier,
      status: page.status,
      joinedAt: page.joinedAt,
      lastSeenAt: page.lastSeenAt,
      sortKey: page.sortKey,
      joinedMicroseconds: page.joinedMicroseconds,
      classNames: sql<string[]>`coalesce(names.class_names, '[]'::json)`,
    })
    .from(page)
    .leftJoin(names, sql`names.user_id = ${page.id}`)
    .orderBy(...orderBy(sort, direction, page));
}

type PageRow = Awaited<ReturnType<typeof selectPage>>[number];

/** The row as the list shows it, without what only a cursor needs. */
export function shownRow({ sortKey: _sortKey, joinedMicroseconds: _joined, ...row }: PageRow) {
  return row;
}

/** Rows after the position: one row comparison, which the index of the order answers. */
export function after(sort: UserSort, direction: "asc" | "desc", position: readonly string[]): SQL {
  const columns = sql.join(sortColumns(sort), sql`, `);
  const values = sql.join(
    position.map((value, index) => {
      if (index === position.length - 1) return sql`${value}::uuid`;
      return sort === "joined" ? instantFrom(value) : sql`${value}::text`;
    }),
    sql`, `,
  );
  return direction === "asc" ? sql`(${columns}) > (${values})` : sql`(${columns}) < (${values})`;
}
