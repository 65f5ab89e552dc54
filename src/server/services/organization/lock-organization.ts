import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import type { PlatformTx } from "@/db/scope";
import { notFound } from "@/server/errors";

/** Any school, held until the transaction ends: whoever else changes it waits. Throws NOT_FOUND where there is none. */
export async function lockOrganization(tx: PlatformTx, organizationId: string) {
  const [row] = await tx.db
    .select()
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .for("update");
  if (!row) throw notFound();
  return row;
}
