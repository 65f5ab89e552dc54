import { and, asc, eq, inArray, isNull, notExists, type SQL, sql } from "drizzle-orm";
import { holdsWords } from "@/db/holds-words";
import { users } from "@/db/schema/core/users";
import { classCoaches, enrollments } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import type { FindCoachesInput, FindStudentsInput } from "@/domain/class";
import { MAX_FOUND_PEOPLE } from "@/domain/class-list";
import { can, classReach } from "@/domain/permissions";
import { ROLES } from "@/domain/roles";
import { searchTerms } from "@/lib/text-keys";
import { notFound } from "@/server/errors";
import { requireClass } from "./policies";

const COACHING_ROLES = ROLES.filter((role) => can(role, "class:manage-own"));

/** Active students by name or address who hold no place in the class, at most ten. */
export async function findStudents(actor: OrganizationActor, { id, search }: FindStudentsInput) {
  return readInOrganization(actor, async (tx) => {
    const holdsPlace = tx.db
      .select({ one: sql`1` })
      .from(enrollments)
      .where(
        and(
          eq(enrollments.organizationId, actor.organizationId),
          eq(enrollments.classId, id),
          eq(enrollments.userId, users.id),
          sql`${enrollments.state} in ('active', 'waiting')`,
        ),
      );
    const terms = searchTerms(search);
    const [, found] = await Promise.all([
      requireClass(tx, id, "roster"),
      terms.length === 0 ? [] : findPeople(tx, terms, and(eq(users.role, "STUDENT"), notExists(holdsPlace))),
    ]);
    return found;
  });
}

/**
 * Active people by name or address who may coach, at most ten; with `classId` those who do not coach it. A coach asks
 * for a class that they lead.
 */
export async function findCoaches(actor: OrganizationActor, { search, classId }: FindCoachesInput) {
  if (classId === undefined && classReach(actor.role) !== "organization") throw notFound();
  return readInOrganization(actor, async (tx) => {
    const coaches =
      classId &&
      tx.db
        .select({ one: sql`1` })
        .from(classCoaches)
        .where(
          and(
            eq(classCoaches.organizationId, actor.organizationId),
            eq(classCoaches.classId, classId),
            eq(classCoaches.userId, users.id),
          ),
        );
    const [, found] = await Promise.all([
      classId && requireClass(tx, classId, "coaches"),
      findPeople(
        tx,
        searchTerms(search),
        and(inArray(users.role, COACHING_ROLES), coaches ? notExists(coaches) : undefined),
      ),
    ]);
    return found;
  });
}

function findPeople(tx: TenantTx, terms: readonly string[], which: SQL | undefined) {
  return tx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(
      and(
        eq(users.organizationId, tx.actor.organizationId),
        isNull(users.leftAt),
        eq(users.status, "active"),
        which,
        ...holdsWords(users.searchKey, terms),
      ),
    )
    .orderBy(asc(users.sortKey), asc(users.id))
    .limit(MAX_FOUND_PEOPLE);
}
