import { and, eq, inArray } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { TenantTx } from "@/db/scope";
import { notFound } from "@/server/errors";

type Keyed = PgTable & { organizationId: AnyPgColumn; id: AnyPgColumn };

/** Throws NOT_FOUND unless every id is a row of the school's own. */
export async function requireOwn(tx: TenantTx, table: Keyed, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const found = await tx.db.$count(
    table,
    and(eq(table.organizationId, tx.actor.organizationId), inArray(table.id, wanted)),
  );
  if (found !== wanted.length) throw notFound();
}
