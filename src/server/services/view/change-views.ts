import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { savedViews } from "@/db/schema/tenant/saved-views";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { type CreateViewInput, MAX_SAVED_VIEWS, type UpdateViewInput } from "@/domain/saved-view";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockView, nameTaken, seesScreen } from "./queries";

/**
 * Keeps the filters of a list under a name. Throws FORBIDDEN for a list that the actor does not see, or who is no member
 * of the school, and CONFLICT for a name of theirs that is taken or one view too many.
 */
export async function createView(
  actor: OrganizationActor,
  { screen, name, query, isShared }: CreateViewInput,
): Promise<{ id: string }> {
  const { organizationId, userId } = actor;
  if (!seesScreen(actor, screen) || userId === null) throw new DomainError("forbidden", "forbidden");
  return inOrganization(actor, async (tx) => {
    // Two at once would count the same views: the one waits for the other.
    await tx.db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.organizationId, organizationId), eq(users.id, userId)))
      .for("no key update");
    const kept = await tx.db.$count(
      savedViews,
      and(
        eq(savedViews.organizationId, organizationId),
        eq(savedViews.userId, userId),
        eq(savedViews.screen, screen),
      ),
    );
    if (kept >= MAX_SAVED_VIEWS)
      throw new DomainError("conflict", "view.tooMany", { values: { max: MAX_SAVED_VIEWS } });
    const id = newId();
    const row = { name, screen, query, isShared };
    try {
      await tx.db.insert(savedViews).values({ organizationId, id, userId, ...row, sortKey: sortKey(name) });
    } catch (error) {
      throw nameTaken(error, name);
    }
    await recordEvents(tx, [{ action: "view.created", subject: { type: "view", id, name }, after: row }]);
    return { id };
  });
}

/** Changes what is given of a view: its owner, or an admin where it is shared. */
export async function updateView(actor: OrganizationActor, { id, ...given }: UpdateViewInput): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const view = await lockView(tx, id);
    const before = { name: view.name, query: view.query, isShared: view.isShared };
    const after = {
      name: given.name ?? view.name,
      query: given.query ?? view.query,
      isShared: given.isShared ?? view.isShared,
    };
    try {
      await tx.db
        .update(savedViews)
        .set({ ...after, sortKey: sortKey(after.name), updatedAt: new Date() })
        .where(and(eq(savedViews.organizationId, actor.organizationId), eq(savedViews.id, id)));
    } catch (error) {
      throw nameTaken(error, after.name);
    }
    await recordEvents(tx, [
      { action: "view.updated", subject: { type: "view", id, name: after.name }, before, after },
    ]);
  });
}

/** Deletes a view: its owner, or an admin where it is shared. */
export async function removeView(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { name, screen, query, isShared } = await lockView(tx, id);
    await tx.db
      .delete(savedViews)
      .where(and(eq(savedViews.organizationId, actor.organizationId), eq(savedViews.id, id)));
    await recordEvents(tx, [
      { action: "view.removed", subject: { type: "view", id, name }, before: { screen, query, isShared } },
    ]);
  });
}
