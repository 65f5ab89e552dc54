import { and, eq } from "drizzle-orm";
import { organizationDomains } from "@/db/schema/core/domains";
import type { TenantTx } from "@/db/scope";
import { notFound } from "@/server/errors";

export type Domain = typeof organizationDomains.$inferSelect;

/** One of the school's own domains. */
export function domainOf(tx: TenantTx, host: string) {
  return and(
    eq(organizationDomains.organizationId, tx.actor.organizationId),
    eq(organizationDomains.host, host),
  );
}

/** One of the school's own domains, held until the transaction ends; throws NOT_FOUND for any other. */
export async function lockDomain(tx: TenantTx, host: string): Promise<Domain> {
  const [domain] = await tx.db.select().from(organizationDomains).where(domainOf(tx, host)).for("update");
  if (!domain) throw notFound();
  return domain;
}

/** The name of the TXT record that shows whose a domain is. */
export function recordName(host: string): string {
  return `_homeroom.${host}`;
}
