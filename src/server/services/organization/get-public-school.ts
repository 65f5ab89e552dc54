import { eq } from "drizzle-orm";
import { addressColumn } from "@/db/address-column";
import { organizations } from "@/db/schema/core/organizations";
import { atGate } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import type { PublicSchoolInput } from "@/domain/organization";
import { hasSchoolHosts } from "@/lib/host-rules";
import { notFound } from "@/server/errors";
import { platformUrl, schoolUrl } from "@/server/tenancy/school-url";
import { type PublicFace, publicFace } from "./public-face";
import { findSlugHolder } from "./slugs";

export type PublicSchool = PublicFace & {
  /** The present one, also where the school was asked for by an old one. */
  slug: string;
  description: string;
  /** Its own address; the page itself where all schools share one. */
  url: string;
  /** Whether a visitor may register here. */
  canRegister: boolean;
};

/** The school that a slug leads to, as everyone may see it. Throws NOT_FOUND where there is none, or none that is open. */
export async function getPublicSchool({ slug }: PublicSchoolInput): Promise<PublicSchool> {
  const row = await atGate({}, async (tx) => {
    const id = await findSlugHolder(tx, slug);
    if (!id) return undefined;
    const [found] = await tx.db
      .select({
        slug: organizations.slug,
        name: organizations.name,
        description: organizations.description,
        logoKey: organizations.logoKey,
        status: organizations.status,
        isDefault: organizations.isDefault,
        address: addressColumn,
        settings: settingsColumn,
      })
      .from(organizations)
      .where(eq(organizations.id, id));
    return found;
  });
  if (row?.status !== "active") throw notFound();
  return {
    ...publicFace(row),
    slug: row.slug,
    description: row.description,
    url: hasSchoolHosts() ? schoolUrl(row.address, "/") : platformUrl(`/schools/${row.slug}`),
    // Who registers joins the default school.
    canRegister: row.isDefault && row.settings["registration.isOpen"],
  };
}
