import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/core/users";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
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

/** Names of the person's active classes, coached first; evaluated for the rows of the page only. */
export const classNames = sql<string[]>`coalesce((
  select json_agg(c.name order by m.coached desc, c.sort_key) from (
    select class_id, true as coached from ${classCoaches}
      where organization_id = ${users.organizationId} and user_id = ${users.id}
    union select class_id, false from ${enrollments}
      where organization_id = ${users.organizationId} and user_id = ${users.id} and state = 'active'
  ) m join ${classes} c on c.organization_id = ${users.organizationId} and c.id = m.class_id and c.state = 'active'
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

type Positioned = { id: string; role: string; status: string; sortKey: string; joinedAt: Date };

/** Where the keyset page after a row begins, and the order that it is in. */
export const positionSchema = z.object({
  after: z.array(z.string()).min(2).max(3),
  index: z.number().int().min(0),
});

/** The row's place in the order, for the cursor. */
export function positionOf(sort: UserSort, row: Positioned): string[] {
  const values = {
    name: [row.sortKey, row.id],
    role: [row.role, row.sortKey, row.id],
    status: [row.status, row.sortKey, row.id],
    joined: [row.joinedAt.toISOString(), row.id],
  };
  return values[sort];
}

export function orderBy(sort: UserSort, direction: "asc" | "desc"): SQL[] {
  return SORT_COLUMNS[sort].map((column) => (direction === "asc" ? asc(column) : desc(column)));
}

/** Rows after the position: one row comparison, which the index of the order answers. */
export function after(sort: UserSort, direction: "asc" | "desc", position: readonly string[]): SQL {
  const columns = sql.join([...SORT_COLUMNS[sort]], sql`, `);
  const casts =
    sort === "joined" ? ["timestamptz", "uuid"] : [...position.slice(1).map(() => "text"), "uuid"];
  const values = sql.join(
    position.map((value, index) => sql`${value}::${sql.raw(casts[index] ?? "text")}`),
    sql`, `,
  );
  return direction === "asc" ? sql`(${columns}) > (${values})` : sql`(${columns}) < (${values})`;
}
