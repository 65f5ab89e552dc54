import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { type Actor, onPlatform } from "@/db/scope";
import type { DeleteOrganizationInput } from "@/domain/platform";
import { RESTORABLE_DAYS } from "@/domain/school-list";
import { DAY } from "@/lib/duration";
import { DomainError } from "@/server/errors";
import { recordPlatformEvents } from "../audit";
import { lockOrganization } from "./lock-organization";

/**
 * Deletes a guest school: out of reach from the next request on, restorable for 30 days, then erased by the operator's
 * process. Throws BAD_REQUEST where `confirm` is not its slug.
 */
export async function deleteOrganization(
  actor: Actor,
  { organizationId, confirm }: DeleteOrganizationInput,
): Promise<{ purgeAfter: Date }> {
  return onPlatform(actor, async (tx) => {
    const { kind, name, slug, status, deletedAt } = await lockOrganization(tx, organizationId);
    if (kind === "master") throw new DomainError("conflict", "organization.masterStays");
    if (deletedAt !== null) throw new DomainError("conflict", "organization.deleted");
    if (confirm.trim() !== slug)
      throw new DomainError("invalid", "organization.confirmSlug", { field: "confirm" });
    const now = new Date();
    const purgeAfter = new Date(now.getTime() + RESTORABLE_DAYS * DAY);
    await tx.db
      .update(organizations)
      .set({ status: "inactive", deletedAt: now, purgeAfter, updatedAt: now })
      .where(eq(organizations.id, organizationId));
    const event = {
      action: "organization.deleted",
      subject: { type: "organization", id: organizationId, name },
      before: { status },
      after: { slug, purgeAfter: purgeAfter.toISOString() },
    };
    await recordPlatformEvents(tx, organizationId, [event]);
    // The school's own log ends with the school.
    await recordPlatformEvents(tx, null, [event]);
    return { purgeAfter };
  });
}
