import { and, asc, desc, eq, or, sql } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { savedViews } from "@/db/schema/tenant/saved-views";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { ViewScreen } from "@/domain/roles";
import type { SavedView } from "@/domain/saved-view";
import { mayEdit, seesScreen } from "./queries";

const MAX_SHOWN = 100;

/** The actor's own views of a list, and behind them those that the school shares, by name. */
export async function listViews(
  actor: OrganizationActor,
  { screen }: { screen: ViewScreen },
): Promise<SavedView[]> {
  if (!seesScreen(actor, screen)) return [];
  return readInOrganization(actor, async (tx) => {
    // A visitor of the platform has none.
    const isOwn = sql`${savedViews.userId} is not distinct from ${actor.userId}::uuid`;
    const rows = await tx.db
      .select({
        id: savedViews.id,
        name: savedViews.name,
        query: savedViews.query,
        isShared: savedViews.isShared,
        userId: savedViews.userId,
        ownerName: users.name,
      })
      .from(savedViews)
      .innerJoin(
        users,
        and(eq(users.organizationId, savedViews.organizationId), eq(users.id, savedViews.userId)),
      )
      .where(
        and(
          eq(savedViews.organizationId, actor.organizationId),
          eq(savedViews.screen, screen),
          or(isOwn, eq(savedViews.isShared, true)),
        ),
      )
      .orderBy(desc(isOwn), asc(savedViews.sortKey), asc(savedViews.id))
      .limit(MAX_SHOWN);
    return rows.map(({ userId, ...view }) => ({
      ...view,
      isOwn: userId === actor.userId,
      mayEdit: mayEdit(actor, { ...view, userId }),
    }));
  });
}
