import { and, eq } from "drizzle-orm";
import { studentImports } from "@/db/schema/tenant/student-imports";
import type { TenantTx } from "@/db/scope";
import type { ImportState } from "@/domain/student-import-list";
import { DomainError, notFound } from "@/server/errors";

export type Import = typeof studentImports.$inferSelect;

/** The condition for one import of the actor's school. */
export function thisImport(tx: TenantTx, id: string) {
  return and(eq(studentImports.organizationId, tx.actor.organizationId), eq(studentImports.id, id));
}

/** One import. Throws NOT_FOUND for any other. */
export async function readImport(tx: TenantTx, id: string): Promise<Import> {
  const [found] = await tx.db.select().from(studentImports).where(thisImport(tx, id));
  if (!found) throw notFound();
  return found;
}

/** One import, which nobody else changes meanwhile. Throws CONFLICT where it is in another state than these. */
export async function lockImport(tx: TenantTx, id: string, states: readonly ImportState[]): Promise<Import> {
  // Not "update": what is written of an import refers to its row, and whoever stops it is not to wait for that.
  const [found] = await tx.db.select().from(studentImports).where(thisImport(tx, id)).for("no key update");
  if (!found) throw notFound();
  if (!states.includes(found.state))
    throw new DomainError("conflict", "importFile.state", { values: { state: found.state } });
  return found;
}

/** Writes how far the import is. */
export async function changeImport(
  tx: TenantTx,
  id: string,
  values: Partial<typeof studentImports.$inferInsert>,
): Promise<void> {
  await tx.db
    .update(studentImports)
    .set({ ...values, updatedAt: new Date() })
    .where(thisImport(tx, id));
}
