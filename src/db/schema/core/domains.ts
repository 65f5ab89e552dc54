import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, gatePolicy, instant, organizationId, platformPolicy, tenantPolicy } from "../_columns";
import { core, organizations } from "./organizations";

/**
 * Host names that a school claims as its own, and those it has proved with a TXT record. Organization-scoped; one
 * that is proved is nobody else's.
 */
export const organizationDomains = core.table(
  "organization_domains",
  {
    organizationId: organizationId(),
    /** Lower case, ASCII (punycode), without a port. */
    host: text("host").notNull(),
    /** What the TXT record at `_homeroom.<host>` must say. No secret: it proves who may write the zone. */
    token: text("token").notNull(),
    /** Where links lead; at most one a school. */
    isPrimary: boolean("is_primary").notNull().default(false),
    createdAt: createdAt(),
    checkedAt: instant("checked_at"),
    verifiedAt: instant("verified_at"),
  },
  (t) => [
    primaryKey({ name: "organization_domains_pkey", columns: [t.organizationId, t.host] }),
    foreignKey({
      name: "organization_domains_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    uniqueIndex("organization_domains_host_key").on(t.host).where(sql`${t.verifiedAt} is not null`),
    uniqueIndex("organization_domains_one_primary").on(t.organizationId).where(sql`${t.isPrimary}`),
    index("organization_domains_host_idx").on(t.host),
    check("organization_domains_primary_check", sql`not ${t.isPrimary} or ${t.verifiedAt} is not null`),
    check(
      "organization_domains_host_check",
      sql`${t.host} ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z0-9-]{2,63}$' and length(${t.host}) <= 253`,
    ),
    tenantPolicy(),
    platformPolicy(),
    gatePolicy(sql`verified_at is not null`, sql`false`),
  ],
);
