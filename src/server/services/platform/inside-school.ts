import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { type Actor, type OrganizationActor, onPlatform } from "@/db/scope";
import { DomainError, notFound } from "@/server/errors";

/**
 * The platform's actor inside one school, who looks only and is nobody's user there. Throws NOT_FOUND where there is
 * no such school and CONFLICT while its tables are still being made.
 */
export async function insideSchool(actor: Actor, organizationId: string): Promise<OrganizationActor> {
  const [school] = await onPlatform(actor, (tx) =>
    tx.db
      .select({ placement: organizations.placement, status: organizations.status })
      .from(organizations)
      .where(eq(organizations.id, organizationId)),
  );
  if (!school) throw notFound();
  if (school.status === "provisioning") throw new DomainError("conflict", "organization.provisioning");
  return { ...actor, userId: null, organizationId, placement: school.placement, readOnly: true };
}
