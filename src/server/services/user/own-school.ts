import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import type { TenantTx } from "@/db/scope";
import { DomainError, notFound } from "@/server/errors";
import { type LockedMembers, lockMembers, type Member } from "./change-users";

/**
 * The caller as an admin of the school, locked with its other admins and with `others`. Throws FORBIDDEN for who is
 * none of its members, such as a visitor from the platform.
 */
export async function lockOwnAdmin(
  tx: TenantTx,
  others: readonly string[] = [],
): Promise<{ self: Member; members: LockedMembers }> {
  const { userId } = tx.actor;
  const members = await lockMembers(tx, userId === null ? others : [userId, ...others]);
  const self = members.byId.get(userId ?? "");
  if (self?.role !== "ORG_ADMIN") throw new DomainError("forbidden", "organization.notItsAdmin");
  return { self, members };
}

/** The school, once its name has been written. Throws BAD_REQUEST where something else was. */
export async function confirmSchool(tx: TenantTx, confirm: string): Promise<{ name: string }> {
  const [school] = await tx.db
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, tx.actor.organizationId));
  if (!school) throw notFound();
  if (confirm.trim() !== school.name)
    throw new DomainError("invalid", "organization.confirmName", { field: "confirm" });
  return school;
}
