import { eq } from "drizzle-orm";
import { organizationSettings, organizations } from "@/db/schema/core/organizations";
import type { TenantTx } from "@/db/scope";
import type { SchoolFields } from "@/domain/organization";
import { readSettings } from "@/domain/settings";
import { notFound } from "@/server/errors";

/** The actor's school, held until the transaction ends: whoever else changes it waits, and sees what was changed. */
export async function lockSchool(tx: TenantTx) {
  const [row] = await tx.db
    .select({
      slug: organizations.slug,
      name: organizations.name,
      description: organizations.description,
      logoKey: organizations.logoKey,
    })
    .from(organizations)
    .where(eq(organizations.id, tx.actor.organizationId))
    .for("update");
  if (!row) throw notFound();
  return row;
}

/** As `lockSchool`, with every field that the school sets itself. */
export async function lockSchoolFields(tx: TenantTx): Promise<SchoolFields> {
  const { name, description } = await lockSchool(tx);
  // A statement of its own behind the lock: a subquery of the locking one would see what was there before it waited.
  const rows = await tx.db
    .select({ key: organizationSettings.key, value: organizationSettings.value })
    .from(organizationSettings)
    .where(eq(organizationSettings.organizationId, tx.actor.organizationId));
  const stored = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  return { name, description, ...readSettings(stored) };
}
