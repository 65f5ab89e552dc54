import { type AnyColumn, and, asc, desc, type Placeholder, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { instantFrom, microsecondsOf, microsecondsSchema } from "@/db/microseconds";
import { prepared } from "@/db/prepared";
import { users } from "@/db/schema/core/users";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import { roleSchema, userStatusSchema } from "@/domain/role-schemas";
import type { ListUsersInput, UserFilter } from "@/domain/user";
import type { UserSort } from "@/domain/user-list";
import { fileUrl } from "@/server/adapters/storage/storage";
import { listColumns, matching, schoolFilter } from "./queries";

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
function orderBy({ sort, direction }: Shape, from?: Ordered): SQL[] {
  return sortColumns(sort, from).map((column) => (direction === "asc" ? asc(column) : desc(column)));
}

type Order = Pick<ListUsersInput, "sort" | "direction">;

/** What tells one page query from another beside its values. */
type Shape = {
  roles: number;
  statuses: number;
  terms: number;
  inClass: boolean;
  isContinued: boolean;
} & Order;

type Wanted = UserFilter & Order & { limit: number; after?: readonly string[] };

/** People in the list's order, after a position of it, each with the names of their active classes, coached first. */
export function readPage(tx: TenantTx, { sort, direction, limit, after = [], ...wanted }: Wanted) {
  const filter = schoolFilter(tx, wanted);
  const { organizationId, roles, statuses, terms, classId } = filter;
  const shape = {
    roles: roles.length,
    statuses: statuses.length,
    terms: terms.length,
    inClass: classId !== undefined,
    isContinued: after.length > 0,
    sort,
    direction,
  };
  const lists = Object.entries({ roles, statuses, terms, after });
  const listed = lists.flatMap(([name, values]) => values.map((value, n) => [`${name}${n}`, value]));
  return pageQuery(tx, { organizationId, classId, limit, ...Object.fromEntries(listed) }, shape);
}

const pageQuery = prepared("users_page", (db, shape: Shape) => {
  const organizationId = sql.placeholder("organizationId");
  const filter = {
    organizationId,
    roles: placeholders("roles", shape.roles),
    statuses: placeholders("statuses", shape.statuses),
    terms: placeholders("terms", shape.terms),
    classId: shape.inClass ? sql.placeholder("classId") : undefined,
  };
  const page = db.$with("page").as(
    db
      .select({
        ...listColumns,
        sortKey: users.sortKey,
        joinedMicroseconds: microsecondsOf(users.joinedAt).as("joined_microseconds"),
      })
      .from(users)
      .where(and(matching(filter), shape.isContinued ? afterPosition(shape) : undefined))
      .orderBy(...orderBy(shape))
      .limit(sql.placeholder("limit")),
  );
  const names = classNames(organizationId);
  return db
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
      photoKey: page.photoKey,
      sortKey: page.sortKey,
      joinedMicroseconds: page.joinedMicroseconds,
      classNames: sql<string[]>`coalesce(names.class_names, '[]'::json)`,
    })
    .from(page)
    .leftJoin(names, sql`names.user_id = ${page.id}`)
    .orderBy(...orderBy(shape, page));
});

// One join for the whole page: looked up person by person, row security would be asked anew for each.
function classNames(organizationId: Placeholder): SQL {
  const taking = sql`organization_id = ${organizationId} and user_id = any(array(select id from page))`;
  return sql`(
    select m.user_id, json_agg(c.name order by m.coached desc, c.sort_key) as class_names from (
      select user_id, class_id, true as coached from ${classCoaches} where ${taking}
      union all
      select user_id, class_id, false from ${enrollments} where ${taking} and state = 'active'
    ) m join ${classes} c on c.organization_id = ${organizationId} and c.id = m.class_id and c.state = 'active'
    group by m.user_id) names`;
}

function placeholders(name: string, count: number): Placeholder[] {
  return Array.from({ length: count }, (_, n) => sql.placeholder(`${name}${n}`));
}

// One row comparison, which the index of the order answers.
function afterPosition({ sort, direction }: Shape): SQL {
  const columns = sortColumns(sort);
  const values = placeholders("after", columns.length).map((value, n) => {
    if (n === columns.length - 1) return sql`${value}::uuid`;
    return sort === "joined" ? instantFrom(value) : sql`${value}::text`;
  });
  const [row, position] = [sql.join(columns, sql`, `), sql.join(values, sql`, `)];
  return direction === "asc" ? sql`(${row}) > (${position})` : sql`(${row}) < (${position})`;
}

type PageRow = Awaited<ReturnType<typeof readPage>>[number];

/** The row as the list shows it, without what only a cursor needs. */
export function shownRow({ sortKey: _sortKey, joinedMicroseconds: _joined, photoKey, ...row }: PageRow) {
  return { ...row, photoUrl: photoKey && fileUrl(photoKey) };
}
