import { violatedUnique } from "@/db/errors";
import { organizationDomains } from "@/db/schema/core/domains";
import { inOrganization, type OrganizationActor, readInOrganization } from "@/db/scope";
import { DomainError, notFound } from "@/server/errors";
import { countAttempt, type Limit } from "@/server/rate-limit";
import { recordEvents } from "../audit";
import { lockSchool } from "../organization";
import { findRecord } from "./find-record";
import { domainOf, lockDomain } from "./queries";

const CHECKS: Limit = { name: "domain-check", points: 30, seconds: 10 * 60 };

/** What the name servers said: the right text, no record, another text, or nothing. */
export type DomainCheck = { state: "verified" | "absent" | "other" | "unanswered" };

/**
 * Looks for the domain's record, and where it says what it must, gives the domain to the school. Throws CONFLICT where
 * another school has shown the same before.
 */
export async function verifyDomain(
  actor: OrganizationActor,
  { host }: { host: string },
): Promise<DomainCheck> {
  const known = await readInOrganization(actor, async (tx) => {
    const [domain] = await tx.db.select().from(organizationDomains).where(domainOf(tx, host));
    return domain;
  });
  if (!known) throw notFound();
  if (known.verifiedAt) return { state: "verified" };
  await countAttempt(CHECKS, actor.organizationId);
  // Outside any transaction: it takes as long as other people's servers do.
  const texts = await findRecord(host);
  const state =
    texts === undefined
      ? "unanswered"
      : texts.includes(known.token)
        ? "verified"
        : texts.length > 0
          ? "other"
          : "absent";
  try {
    await keep(actor, host, { token: known.token, isVerified: state === "verified" });
  } catch (error) {
    if (violatedUnique(error) !== "organization_domains_host_key") throw error;
    throw new DomainError("conflict", "domain.taken");
  }
  return { state };
}

async function keep(
  actor: OrganizationActor,
  host: string,
  { token, isVerified }: { token: string; isVerified: boolean },
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const school = await lockSchool(tx);
    const domain = await lockDomain(tx, host);
    // Removed and added again meanwhile: what was found speaks for another token.
    if (domain.token !== token) throw notFound();
    const now = new Date();
    await tx.db
      .update(organizationDomains)
      .set({ checkedAt: now, ...(isVerified && { verifiedAt: domain.verifiedAt ?? now }) })
      .where(domainOf(tx, host));
    if (!isVerified || domain.verifiedAt) return;
    const subject = { type: "organization", id: actor.organizationId, name: school.name };
    await recordEvents(tx, [{ action: "organization.domain_verified", subject, after: { domain: host } }]);
  });
}
