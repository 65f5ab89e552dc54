import { desc, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { schoolInvitations } from "@/db/schema/core/onboarding";
import { organizations } from "@/db/schema/core/organizations";
import { organizationUsage } from "@/db/schema/core/usage";
import { users } from "@/db/schema/core/users";
import { type Actor, onPlatform, type PlatformTx } from "@/db/scope";
import { ORGANIZATION_PLANS, type OrganizationPlan, ROLES } from "@/domain/roles";
import { SCHOOL_STATES, schoolState } from "@/domain/school-list";
import { enqueue } from "@/server/adapters/queue";
import { readEnrollment } from "./headcounts";
import { readActivity, readGrowth, readZone } from "./trends";

const LARGEST = 8;

/**
 * The platform in figures, from the control plane alone: schools, people, growth by month, activity by day, storage.
 * What schools hold is as each was last counted; those whose figures are old are counted anew soon.
 */
export async function getPlatformStatistics(actor: Actor & { organizationId: string }) {
  return onPlatform(actor, async (tx) => {
    const timeZone = await readZone(tx, actor.organizationId);
    const [schools, people, holdings, largest, invited, growth, activity, enrollment] = await Promise.all([
      readSchools(tx),
      readPeople(tx),
      readHoldings(tx),
      readLargest(tx),
      tx.db.$count(
        schoolInvitations,
        sql`${schoolInvitations.status} = 'pending' and ${gt(schoolInvitations.expiresAt, sql`now()`)}`,
      ),
      readGrowth(tx, timeZone),
      readActivity(tx, timeZone),
      readEnrollment(tx),
    ]);
    const measuring = holdings.stale > 0;
    if (measuring) await enqueue(tx, "measure-usage", {}, "measure-usage");
    return {
      ...{ schools, people, holdings, largest, growth, activity, enrollment },
      invitedSchools: invited,
      measuring,
    };
  });
}

async function readSchools(tx: PlatformTx) {
  const rows = await tx.db
    .select({
      status: organizations.status,
      plan: organizations.plan,
      isDeleted: sql<boolean>`${organizations.deletedAt} is not null`.as("is_deleted"),
      count: sql<number>`count(*)::int`,
    })
    .from(organizations)
    .groupBy(organizations.status, organizations.plan, sql`is_deleted`);
  const counted = rows.map(({ status, plan, isDeleted, count }) => ({
    ...{ plan, count },
    state: schoolState({ status, deletedAt: isDeleted ? new Date(0) : null }),
  }));
  const sum = (test: (row: (typeof counted)[number]) => boolean) =>
    counted.filter(test).reduce((all, { count }) => all + count, 0);
  return {
    /** Those that are not deleted. */
    all: sum(({ state }) => state !== "deleted"),
    byState: SCHOOL_STATES.map((state) => ({ state, count: sum((row) => row.state === state) })),
    byPlan: ORGANIZATION_PLANS.map((plan: OrganizationPlan) => ({
      plan,
      count: sum((row) => row.plan === plan && row.state !== "deleted"),
    })),
  };
}

async function readPeople(tx: PlatformTx) {
  const rows = await tx.db
    .select({ role: users.role, count: sql<number>`count(*)::int` })
    .from(users)
    .where(isNull(users.leftAt))
    .groupBy(users.role);
  return {
    all: rows.reduce((all, { count }) => all + count, 0),
    byRole: ROLES.map((role) => ({ role, count: rows.find((row) => row.role === role)?.count ?? 0 })),
  };
}

const holdingsSchema = z.object({
  classes: z.coerce.number(),
  enrollments: z.coerce.number(),
  storageBytes: z.coerce.number(),
  /** Schools whose figures are old or missing. */
  stale: z.coerce.number(),
});

/** A day: whole platforms are not counted as often as the one school that somebody looks at. */
const OLD = sql.raw("interval '1 day'");

async function readHoldings(tx: PlatformTx) {
  const [row] = await tx.db.execute(sql`
    select coalesce(sum(usage.active_classes), 0) as classes, coalesce(sum(usage.enrollments), 0) as enrollments,
      coalesce(sum(usage.storage_bytes), 0) as "storageBytes",
      count(*) filter (where usage.measured_at is null or usage.measured_at < now() - ${OLD}) as stale
    from ${organizations} school left join ${organizationUsage} usage on usage.organization_id = school.id
    where school.deleted_at is null and school.status <> 'provisioning'`);
  return holdingsSchema.parse(row);
}

function readLargest(tx: PlatformTx) {
  const members = tx.db
    .select({ organizationId: users.organizationId, userCount: sql<number>`count(*)::int`.as("user_count") })
    .from(users)
    .where(isNull(users.leftAt))
    .groupBy(users.organizationId)
    .orderBy(sql`user_count desc`)
    .limit(LARGEST)
    .as("members");
  return tx.db
    .select({
      id: organizations.id,
      name: organizations.name,
      maxUsers: organizations.maxUsers,
      userCount: members.userCount,
      storageBytes: organizationUsage.storageBytes,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(organizationUsage, eq(organizationUsage.organizationId, organizations.id))
    .orderBy(desc(members.userCount), organizations.name);
}
