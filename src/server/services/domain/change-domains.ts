import { and, eq, ne } from "drizzle-orm";
import { organizationDomains } from "@/db/schema/core/domains";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockSchool } from "../organization";
import { domainOf, lockDomain } from "./queries";

/** Has links lead to a verified domain from now on. Throws CONFLICT for one that is not verified. */
export async function makePrimary(actor: OrganizationActor, { host }: { host: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const school = await lockSchool(tx);
    const domain = await lockDomain(tx, host);
    if (!domain.verifiedAt) throw new DomainError("conflict", "domain.notVerified");
    if (domain.isPrimary) return;
    // One statement after the other: of two primary ones at once the index knows nothing good.
    await tx.db
      .update(organizationDomains)
      .set({ isPrimary: false })
      .where(
        and(
          eq(organizationDomains.organizationId, actor.organizationId),
          eq(organizationDomains.isPrimary, true),
          ne(organizationDomains.host, host),
        ),
      );
    await tx.db.update(organizationDomains).set({ isPrimary: true }).where(domainOf(tx, host));
    const subject = { type: "organization", id: actor.organizationId, name: school.name };
    await recordEvents(tx, [{ action: "organization.domain_primary", subject, after: { domain: host } }]);
  });
}

/** Takes a domain from the school: it leads nowhere from the next request on. */
export async function removeDomain(actor: OrganizationActor, { host }: { host: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const school = await lockSchool(tx);
    const { verifiedAt, isPrimary } = await lockDomain(tx, host);
    await tx.db.delete(organizationDomains).where(domainOf(tx, host));
    const subject = { type: "organization", id: actor.organizationId, name: school.name };
    const before = { domain: host, isVerified: verifiedAt !== null, isPrimary };
    await recordEvents(tx, [{ action: "organization.domain_removed", subject, before }]);
  });
}
