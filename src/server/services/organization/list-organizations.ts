import { and, asc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { holdsTerms } from "@/db/folded";
import { organizations } from "@/db/schema/core/organizations";
import { organizationUsage } from "@/db/schema/core/usage";
import { users } from "@/db/schema/core/users";
import { type Actor, onPlatform, type PlatformTx } from "@/db/scope";
import type { ListOrganizationsInput, OrganizationFilter } from "@/domain/organization";
import { MAX_EXPORTED_SCHOOLS, type SchoolState } from "@/domain/school-list";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { searchTerms } from "@/lib/text-keys";
import { recordPlatformEvents } from "../audit";

const positionSchema = z.object({ name: z.string(), id: z.uuid() });
type Position = z.output<typeof positionSchema>;

/** The schools of the platform that match, by name, with what each holds; the deleted ones only where asked for. */
export async function listOrganizations(actor: Actor, input: ListOrganizationsInput) {
  const { cursor, limit } = input;
  const position = cursor === undefined ? undefined : decodeCursor(positionSchema, cursor);
  return onPlatform(actor, async (tx) => {
    const found = await readSchools(tx, input, { position, limit: limit + 1 });
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const nextCursor = last && found.length > limit ? encodeCursor({ name: last.name, id: last.id }) : null;
    return { rows, nextCursor };
  });
}

/** Every school that the list shows, up to 20,000; that the list was taken out is recorded. */
export async function exportOrganizations(actor: Actor, filter: OrganizationFilter) {
  return onPlatform(actor, async (tx) => {
    const rows = await readSchools(tx, filter, { limit: MAX_EXPORTED_SCHOOLS });
    const subject = { type: "platform" };
    await recordPlatformEvents(tx, null, [
      { action: "platform.schools_exported", subject, after: { count: rows.length } },
    ]);
    return rows;
  });
}

/** One page of schools; who is in each is counted for the rows of the page alone. */
function readSchools(
  tx: PlatformTx,
  { search, statuses, plans }: OrganizationFilter,
  { position, limit }: { position?: Position | undefined; limit: number },
) {
  const page = tx.db
    .select({
      id: organizations.id,
      slug: organizations.slug,
      name: organizations.name,
      status: organizations.status,
      plan: organizations.plan,
      kind: organizations.kind,
      placement: organizations.placement,
      isDefault: organizations.isDefault,
      maxUsers: organizations.maxUsers,
      createdAt: organizations.createdAt,
      deletedAt: organizations.deletedAt,
      purgeAfter: organizations.purgeAfter,
    })
    .from(organizations)
    .where(
      and(
        holdsTerms(sql`${organizations.name} || ' ' || ${organizations.slug}`, searchTerms(search)),
        inStates(statuses),
        plans.length > 0 ? or(...plans.map((plan) => eq(organizations.plan, plan))) : undefined,
        position &&
          sql`(${organizations.name}, ${organizations.id}) > (${position.name}, ${position.id}::uuid)`,
      ),
    )
    .orderBy(asc(organizations.name), asc(organizations.id))
    .limit(limit)
    .as("page");
  const members = tx.db
    .select({
      userCount: sql<number>`count(*)::int`.as("user_count"),
      lastSeenAt: sql<Date | null>`max(${users.lastSeenAt})`.mapWith(users.lastSeenAt).as("last_seen_at"),
    })
    .from(users)
    .where(and(eq(users.organizationId, page.id), isNull(users.leftAt)))
    .as("members");
  return tx.db
    .select({
      id: page.id,
      slug: page.slug,
      name: page.name,
      status: page.status,
      plan: page.plan,
      kind: page.kind,
      placement: page.placement,
      isDefault: page.isDefault,
      maxUsers: page.maxUsers,
      createdAt: page.createdAt,
      deletedAt: page.deletedAt,
      purgeAfter: page.purgeAfter,
      userCount: members.userCount,
      lastSeenAt: members.lastSeenAt,
      /** As last measured; null before. */
      classCount: organizationUsage.activeClasses,
      storageBytes: organizationUsage.storageBytes,
    })
    .from(page)
    .crossJoinLateral(members)
    .leftJoin(organizationUsage, eq(organizationUsage.organizationId, page.id))
    .orderBy(asc(page.name), asc(page.id));
}

function inStates(states: readonly SchoolState[]): SQL | undefined {
  if (states.length === 0) return isNull(organizations.deletedAt);
  return or(
    ...states.map((state) =>
      state === "deleted"
        ? isNotNull(organizations.deletedAt)
        : and(eq(organizations.status, state), isNull(organizations.deletedAt)),
    ),
  );
}
