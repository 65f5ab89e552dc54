import { and, eq, inArray, isNull, type Placeholder, type SQL, sql } from "drizzle-orm";
import { isLike } from "@/db/holds-words";
import { users } from "@/db/schema/core/users";
import { classCoaches, enrollments } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import type { Role, UserStatus } from "@/domain/roles";
import type { UserFilter } from "@/domain/user";
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
  photoKey: users.photoKey,
};

/** A value, or the place of one in a query that is built once. */
type Given<T> = T | Placeholder;

/** A filter within one school; `terms` are patterns of LIKE. */
export type SchoolFilter = {
  organizationId: Given<string>;
  roles: Given<Role>[];
  statuses: Given<UserStatus>[];
  terms: Given<string>[];
  classId: Given<string> | undefined;
};

/** The filter as it is for the school of the transaction. */
export function schoolFilter(tx: TenantTx, { roles, statuses, search, classId }: UserFilter) {
  const terms = searchTerms(search).map((term) => `% ${term}%`);
  return { organizationId: tx.actor.organizationId, roles, statuses, terms, classId };
}

/** Members of the school that the filter asks for. */
export function matching({ organizationId, roles, statuses, terms, classId }: SchoolFilter): SQL | undefined {
  return and(
    eq(users.organizationId, organizationId),
    isNull(users.leftAt),
    roles.length > 0 ? inArray(users.role, roles) : undefined,
    statuses.length > 0 ? inArray(users.status, statuses) : undefined,
    ...terms.map((term) => isLike(users.searchKey, term)),
    classId === undefined
      ? undefined
      : sql`${users.id} in (
          select user_id from ${classCoaches} where organization_id = ${organizationId} and class_id = ${classId}
          union all
          select user_id from ${enrollments}
            where organization_id = ${organizationId} and class_id = ${classId} and state = 'active')`,
  );
}
