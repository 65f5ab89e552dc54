import { and, eq, isNull, sql } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { ROLES, type Role } from "@/domain/roles";
import type { UserFilter } from "@/domain/user";
import { matching, schoolFilter } from "./queries";

export type UserCounts = {
  /** Members that the filter matches. */
  matching: number;
  /** All members of the school, by role; the filter does not count here. */
  byRole: Record<Role, number>;
  suspended: number;
  everyone: number;
};

/** How many people the school has, and how many of them the filter matches. */
export async function countUsers(actor: OrganizationActor, filter: UserFilter): Promise<UserCounts> {
  return readInOrganization(actor, async (tx) => {
    const count = sql<number>`count(*)::int`;
    const [groups, [matched]] = await Promise.all([
      tx.db
        .select({ role: users.role, status: users.status, count })
        .from(users)
        .where(and(eq(users.organizationId, actor.organizationId), isNull(users.leftAt)))
        .groupBy(users.role, users.status),
      tx.db
        .select({ count })
        .from(users)
        .where(matching(schoolFilter(tx, filter))),
    ]);
    const sum = (test: (group: (typeof groups)[number]) => boolean) =>
      groups.filter(test).reduce((total, group) => total + group.count, 0);
    const byRole = Object.fromEntries(ROLES.map((role) => [role, sum((group) => group.role === role)]));
    return {
      matching: matched?.count ?? 0,
      byRole: byRole as Record<Role, number>,
      suspended: sum((group) => group.status === "suspended"),
      everyone: sum(() => true),
    };
  });
}
