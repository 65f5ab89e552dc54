import { and, eq, isNull } from "drizzle-orm";
import { organizationSettings, organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { readSettings } from "@/domain/settings";
import { fileUrl } from "@/server/adapters/storage/storage";
import { notFound } from "@/server/errors";
import { listSlugs } from "./slugs";

/** Everything that the school's admin sets: the fields, who set them last, and the slugs of old. */
export async function getSettings(actor: OrganizationActor) {
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const [[school], rows, slugs, admins] = await Promise.all([
      tx.db
        .select({
          slug: organizations.slug,
          name: organizations.name,
          description: organizations.description,
          logoKey: organizations.logoKey,
          isDefault: organizations.isDefault,
        })
        .from(organizations)
        .where(eq(organizations.id, organizationId)),
      tx.db
        .select({
          key: organizationSettings.key,
          value: organizationSettings.value,
          at: organizationSettings.updatedAt,
          by: organizationSettings.updatedBy,
        })
        .from(organizationSettings)
        .where(eq(organizationSettings.organizationId, organizationId)),
      listSlugs(tx),
      tx.db
        .select({ id: users.id })
        .from(users)
        .where(
          and(
            eq(users.organizationId, organizationId),
            eq(users.role, "ORG_ADMIN"),
            eq(users.status, "active"),
            isNull(users.leftAt),
          ),
        ),
    ]);
    if (!school) throw notFound();
    const { logoKey, name, description, slug, isDefault } = school;
    const stored = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
    return {
      slug,
      isDefault,
      logoUrl: logoKey && fileUrl(logoKey),
      fields: { name, description, ...readSettings(stored) },
      /** By setting, of those that were ever set. */
      changes: Object.fromEntries(rows.map(({ key, at, by }) => [key, { at, by }])),
      /** Who administers the school, as its members. */
      adminIds: admins.map(({ id }) => id),
      oldSlugs: slugs.filter((old) => old.slug !== slug),
    };
  });
}
