import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import { fileUrl } from "@/server/adapters/storage/storage";
import { notFound } from "@/server/errors";

/** The actor's own school, as its members see it. */
export async function getOrganization(actor: OrganizationActor) {
  return readInOrganization(actor, async (tx) => {
    const [row] = await tx.db
      .select({
        id: organizations.id,
        slug: organizations.slug,
        name: organizations.name,
        description: organizations.description,
        plan: organizations.plan,
        kind: organizations.kind,
        logoKey: organizations.logoKey,
        maxUsers: organizations.maxUsers,
        settings: settingsColumn,
      })
      .from(organizations)
      .where(eq(organizations.id, actor.organizationId));
    if (!row) throw notFound();
    const { logoKey, ...organization } = row;
    return { ...organization, logoUrl: logoKey && fileUrl(logoKey) };
  });
}
