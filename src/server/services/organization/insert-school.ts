import { eq } from "drizzle-orm";
import { violatedUnique } from "@/db/errors";
import { organizationSlugs, organizations } from "@/db/schema/core/organizations";
import type { PlatformTx } from "@/db/scope";
import { newId } from "@/lib/ids";
import { DomainError } from "@/server/errors";

// By a school that has it, or by one that had it: an old slug still leads there.
const SLUG_TAKEN = new Set(["organizations_slug_key", "organization_slugs_pkey"]);

type NewSchool = Omit<typeof organizations.$inferInsert, "id" | "kind" | "masterId">;

/** Writes a new guest of the master with its slug. Throws CONFLICT `slug.taken`, and the transaction is lost. */
export async function insertSchool(tx: PlatformTx, school: NewSchool, id = newId()): Promise<{ id: string }> {
  const [master] = await tx.db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.kind, "master"));
  if (!master) throw new DomainError("conflict", "organization.noMaster");
  try {
    await tx.db.insert(organizations).values({ ...school, id, kind: "guest", masterId: master.id });
    await tx.db.insert(organizationSlugs).values({ slug: school.slug, organizationId: id });
  } catch (error) {
    if (!SLUG_TAKEN.has(violatedUnique(error) ?? "")) throw error;
    throw new DomainError("conflict", "slug.taken", { field: "slug", values: { slug: school.slug } });
  }
  return { id };
}
