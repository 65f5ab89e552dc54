import { type SQL, sql } from "drizzle-orm";
import type { AddressedSchool } from "../lib/school-host";
import { organizationDomains } from "./schema/core/domains";
import { organizations } from "./schema/core/organizations";

/** What the address of the school is made of that the query has in `organizations`. */
// Nested, as in `settingsColumn`.
export const addressColumn: SQL.Aliased<AddressedSchool> = sql<AddressedSchool>`json_build_object(
  'slug', ${sql`${organizations.slug}`}, 'isMaster', ${sql`${organizations.kind}`} = 'master', 'domain', (
    select own.host from ${organizationDomains} own
    where own.organization_id = ${sql`${organizations.id}`} and own.is_primary))`.as("address");
