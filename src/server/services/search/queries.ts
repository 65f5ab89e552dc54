import { and, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import { foldedName } from "@/db/folded-name";
import { users } from "@/db/schema/core/users";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import { MAX_FOUND } from "@/domain/search";

/**
 * Members by name or address, those whose name begins so first, one more than are shown, each with the names of their
 * active classes. What stands behind the @ finds nobody, or a whole school would answer to "com"; a whole address does.
 */
export async function peopleByName(
  tx: TenantTx,
  { terms, query }: { terms: readonly string[]; query: string },
) {
  const { organizationId } = tx.actor;
  const domain = foldedName(sql`split_part(${users.email}, '@', 2)`);
  const own = sql`left(${users.searchKey}, -length(${domain}))`;
  const found = tx.db.$with("found").as(
    tx.db
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        role: users.role,
        status: users.status,
        sortKey: users.sortKey,
        isLater: later(own, terms).as("is_later"),
      })
      .from(users)
      .where(
        and(
          eq(users.organizationId, organizationId),
          isNull(users.leftAt),
          ...terms.map((term) => sql`${users.searchKey} like ${`%${term}%`}`),
          or(
            and(...terms.map((term) => sql`${own} like ${`%${term}%`}`)),
            query.includes("@") ? sql`starts_with(${users.email}, ${query.toLowerCase()})` : undefined,
          ),
        ),
      )
      .orderBy(later(own, terms), users.sortKey, users.id)
      .limit(MAX_FOUND + 1),
  );
  const taking = sql`organization_id = ${organizationId} and user_id = any(array(select id from found))`;
  const names = sql`(
    select m.user_id, json_agg(c.name order by m.coached desc, c.sort_key) as class_names from (
      select user_id, class_id, true as coached from ${classCoaches} where ${taking}
      union all
      select user_id, class_id, false from ${enrollments} where ${taking} and state = 'active'
    ) m join ${classes} c on c.organization_id = ${organizationId} and c.id = m.class_id and c.state = 'active'
    group by m.user_id) names`;
  return tx.db
    .with(found)
    .select({
      id: found.id,
      name: found.name,
      email: found.email,
      role: found.role,
      status: found.status,
      classNames: sql<string[]>`coalesce(names.class_names, '[]'::json)`,
    })
    .from(found)
    .leftJoin(names, sql`names.user_id = ${found.id}`)
    .orderBy(found.isLater, found.sortKey, found.id);
}

/** Classes by name, active ones first; with `coachId` those that this person coaches alone. */
export async function classesByName(tx: TenantTx, terms: readonly string[], coachId: string | null) {
  const { organizationId } = tx.actor;
  const key = foldedName(classes.name);
  return tx.db
    .select({
      id: classes.id,
      name: classes.name,
      state: classes.state,
      capacity: classes.capacity,
      studentCount: sql<number>`(select count(*)::int from ${enrollments} e
        where e.organization_id = ${organizationId} and e.class_id = ${classes}.id and e.state = 'active')`,
      leadName: sql<string | null>`(select u.name from ${classCoaches} l
        join ${users} u on u.organization_id = l.organization_id and u.id = l.user_id
        where l.organization_id = ${organizationId} and l.class_id = ${classes}.id and l.is_lead)`,
    })
    .from(classes)
    .where(
      and(
        eq(classes.organizationId, organizationId),
        ...terms.map((term) => sql`${key} like ${`%${term}%`}`),
        coachId === null
          ? undefined
          : exists(
              tx.db
                .select({ one: sql`1` })
                .from(classCoaches)
                .where(
                  and(
                    eq(classCoaches.organizationId, organizationId),
                    eq(classCoaches.classId, classes.id),
                    eq(classCoaches.userId, coachId),
                  ),
                ),
            ),
      ),
    )
    .orderBy(classes.state, later(key, terms), classes.sortKey, classes.id)
    .limit(MAX_FOUND);
}

/** False where the first word begins as the first term does: false sorts before true. */
function later(key: SQL, [first = ""]: readonly string[]) {
  return sql<boolean>`${key} not like ${`${first}%`}`;
}
