import { eq } from "drizzle-orm";
import type { z } from "zod";
import { organizationDomains } from "@/db/schema/core/domains";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { type addDomainInput, MAX_DOMAINS } from "@/domain/own-domain";
import { isPlatformsHost } from "@/lib/host-rules";
import { createToken } from "@/lib/tokens";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockSchool } from "../organization";

/**
 * Writes down a domain that the school says is its own: of no effect until it is verified, so that any school may. One
 * that is there already stays as it is. Refused for the platform's own names.
 */
export async function addDomain(
  actor: OrganizationActor,
  { host }: z.output<typeof addDomainInput>,
): Promise<{ host: string }> {
  if (isPlatformsHost(host)) throw new DomainError("invalid", "domain.ofPlatform", { field: "host" });
  const { organizationId } = actor;
  return inOrganization(actor, async (tx) => {
    // Two at once would count the same domains: the one waits for the other.
    const school = await lockSchool(tx);
    const known = await tx.db.$count(
      organizationDomains,
      eq(organizationDomains.organizationId, organizationId),
    );
    const [added] = await tx.db
      .insert(organizationDomains)
      .values({ organizationId, host, token: createToken().token })
      .onConflictDoNothing()
      .returning({ host: organizationDomains.host });
    if (!added) return { host };
    if (known >= MAX_DOMAINS)
      throw new DomainError("conflict", "domain.tooMany", { field: "host", values: { max: MAX_DOMAINS } });
    const subject = { type: "organization", id: organizationId, name: school.name };
    await recordEvents(tx, [{ action: "organization.domain_added", subject, after: { domain: host } }]);
    return { host };
  });
}
