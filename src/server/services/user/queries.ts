import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
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

// Nested: in the fields of a query of one table Drizzle drops the table's name, and a subquery's own column would answer.
const row = { organizationId: sql`${users.organizationId}`, id: sql`${users.id}` };

/** Names of the person's active classes, coached first; evaluated for the rows of the page only. */
export const classNames = sql<string[]>`coalesce((
  select json_agg(c.name order by m.coached desc, c.sort_key) from (
    select class_id, true as coached from ${classCoaches}
      where organization_id = ${row.organizationId} and user_id = ${row.id}
    union all select class_id, false from ${enrollments}
      where organization_id = ${row.organizationId} and user_id = ${row.id} and state = 'active'
  ) m join ${classes} c on c.organization_id = ${row.organizationId} and c.id = m.class_id and c.state = 'active'
), '[]'::json)`;

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

const SORT_COLUMNS = {
  name: [users.sortKey, users.id],
  role: [users.role, users.sortKey, users.id],
  status: [users.status, users.sortKey, users.id],
  joined: [users.joinedAt, users.id],
} as const;

/** What a cursor needs of a row beside its list columns. */
export const positionColumns = { sortKey: users.sortKey, joinedMicroseconds: microsecondsOf(users.joinedAt) };

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

export function orderBy(sort: UserSort, direction: "asc" | "desc"): SQL[] {
  return SORT_COLUMNS[sort].map((column) => (direction === "asc" ? asc(column) : desc(column)));
}

/** Rows after the position: one row comparison, which the index of the order answers. */
export function after(sort: UserSort, direction: "asc" | "desc", position: readonly string[]): SQL {
  const columns = sql.join([...SORT_COLUMNS[sort]], sql`, `);
  const values = sql.join(
    position.map((value, index) => {
      if (index === position.length - 1) return sql`${value}::uuid`;
      return sort === "joined" ? instantFrom(value) : sql`${value}::text`;
    }),
    sql`, `,
  );
  return direction === "asc" ? sql`(${columns}) > (${values})` : sql`(${columns}) < (${values})`;
}
