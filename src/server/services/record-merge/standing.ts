import { and, eq } from "drizzle-orm";
import { recordMerges } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { DomainError, notFound } from "@/server/errors";
import { findImports, refuseIf } from "./refusals";

export type MergeRow = typeof recordMerges.$inferSelect;

/** Throws NOT_FOUND. */
export async function readMerge(tx: TenantTx, id: string): Promise<MergeRow> {
  const [row] = await tx.db.select().from(recordMerges).where(thisMerge(tx, id));
  if (!row) throw notFound();
  return row;
}

/** Throws CONFLICT where it was taken back already; whoever asks holds both records, and is the only one who can. */
export async function requireStanding(tx: TenantTx, { id }: MergeRow): Promise<void> {
  const { undoneAt } = await readMerge(tx, id);
  if (undoneAt) throw new DomainError("conflict", "merge.undone");
  refuseIf(await findImports(tx));
}

export function thisMerge(tx: TenantTx, id: string) {
  return and(eq(recordMerges.organizationId, tx.actor.organizationId), eq(recordMerges.id, id));
}
