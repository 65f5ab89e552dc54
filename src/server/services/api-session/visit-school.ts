import { type Actor, type OrganizationActor, onPlatform } from "@/db/scope";
import { can } from "@/domain/permissions";
import { DomainError, notFound } from "@/server/errors";
import { recordPlatformEvents } from "../audit";
import { getAnyOrganization } from "../organization";

/**
 * Lets one request of an ADMIN into another school as a visit does, and tells that school's log which operation it was:
 * whoever cannot visit is answered that there is no such school.
 */
export async function visitSchool(
  actor: Actor,
  organizationId: string,
  { operation, readOnly }: { operation: string; readOnly: boolean },
): Promise<OrganizationActor> {
  if (actor.role !== "ADMIN" || !can(actor.role, "platform:enter-organization")) throw notFound();
  const school = await getAnyOrganization(actor, { organizationId });
  if (school.status === "inactive") throw new DomainError("conflict", "entered.closed");
  if (school.status === "provisioning") throw new DomainError("conflict", "organization.provisioning");
  const outside = { ...actor, userId: null };
  await onPlatform(outside, (tx) =>
    recordPlatformEvents(tx, organizationId, [
      {
        action: "platform.visited",
        subject: { type: "organization", id: organizationId, name: school.name },
        after: { operation, readOnly },
      },
    ]),
  );
  const { placement, name } = school;
  return { ...outside, role: "ORG_ADMIN", onBehalfOf: name, organizationId, placement, readOnly };
}
