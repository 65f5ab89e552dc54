import { asc, desc, eq } from "drizzle-orm";
import { organizationDomains } from "@/db/schema/core/domains";
import { organizations } from "@/db/schema/core/organizations";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { MAX_DOMAINS } from "@/domain/own-domain";
import { hostRules } from "@/lib/host-rules";
import { slugHost } from "@/lib/school-host";
import { notFound } from "@/server/errors";
import { recordName } from "./queries";

/** The address that the platform gives the school, and its own domains with the record that shows whose they are. */
export async function listDomains(actor: OrganizationActor) {
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const [[school], rows] = await Promise.all([
      tx.db
        .select({ slug: organizations.slug, kind: organizations.kind })
        .from(organizations)
        .where(eq(organizations.id, organizationId)),
      tx.db
        .select()
        .from(organizationDomains)
        .where(eq(organizationDomains.organizationId, organizationId))
        .orderBy(desc(organizationDomains.isPrimary), asc(organizationDomains.host))
        .limit(MAX_DOMAINS),
    ]);
    if (!school) throw notFound();
    const host = slugHost({ slug: school.slug, isMaster: school.kind === "master" }, hostRules());
    return {
      platformHost: host,
      domains: rows.map(({ host: name, token, isPrimary, checkedAt, verifiedAt }) => ({
        host: name,
        record: { name: recordName(name), value: token },
        isPrimary,
        checkedAt,
        verifiedAt,
      })),
    };
  });
}
