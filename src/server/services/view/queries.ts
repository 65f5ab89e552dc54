import { and, eq } from "drizzle-orm";
import { violatedUnique } from "@/db/errors";
import { savedViews } from "@/db/schema/tenant/saved-views";
import type { OrganizationActor, TenantTx } from "@/db/scope";
import { can, type Permission } from "@/domain/permissions";
import { rankOf, type ViewScreen } from "@/domain/roles";
import { DomainError, notFound } from "@/server/errors";

const SEEN_WITH: Record<ViewScreen, Permission> = {
  classes: "class:list",
  users: "user:list",
  invitations: "invitation:list",
  audit: "audit:read",
  students: "student:list",
};

/** Whether the actor sees the list that the screen shows. */
export function seesScreen({ role }: OrganizationActor, screen: ViewScreen): boolean {
  return can(role, SEEN_WITH[screen]);
}

/** Whether the actor may change the view: their own, and as an admin those that are shared. */
export function mayEdit(
  { userId, role }: OrganizationActor,
  view: { userId: string; isShared: boolean },
): boolean {
  return view.userId === userId || (view.isShared && rankOf(role) >= rankOf("ORG_ADMIN"));
}

/** The view, locked. Throws NOT_FOUND where the actor sees none, FORBIDDEN for somebody else's that they only see. */
export async function lockView(tx: TenantTx, id: string) {
  const [view] = await tx.db
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.organizationId, tx.actor.organizationId), eq(savedViews.id, id)))
    .for("update");
  const isSeen =
    view && seesScreen(tx.actor, view.screen) && (view.isShared || view.userId === tx.actor.userId);
  if (!isSeen) throw notFound();
  if (!mayEdit(tx.actor, view)) throw new DomainError("forbidden", "forbidden");
  return view;
}

/** The error to tell for a failed write of a view's name. */
export function nameTaken(error: unknown, name: string): unknown {
  if (violatedUnique(error) !== "saved_views_name_key") return error;
  return new DomainError("conflict", "view.nameTaken", { field: "name", values: { name } });
}
