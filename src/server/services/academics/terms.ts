import { and, asc, eq, notInArray, sql } from "drizzle-orm";
import { terms } from "@/db/schema/tenant/academics";
import type { TenantTx } from "@/db/scope";
import type { YearTerms } from "@/domain/academics";
import { newId } from "@/lib/ids";
import { notFound } from "@/server/errors";

export type Term = { id: string; name: string; startsOn: string; endsOn: string };

/** The terms of the year, in order. */
export async function readTerms(tx: TenantTx, yearId: string): Promise<Term[]> {
  const { id, name, startsOn, endsOn } = terms;
  return tx.db
    .select({ id, name, startsOn, endsOn })
    .from(terms)
    .where(and(eq(terms.organizationId, tx.actor.organizationId), eq(terms.yearId, yearId)))
    .orderBy(asc(terms.position));
}

/**
 * Makes these the terms of the year, in this order: those with an id stay who they are, the others are new, what is not
 * among them goes. Throws NOT_FOUND for an id that is none of the year's.
 */
export async function writeTerms(
  tx: TenantTx,
  yearId: string,
  wanted: YearTerms,
  before: readonly Term[],
): Promise<void> {
  const known = new Set(before.map(({ id }) => id));
  const kept = wanted.flatMap(({ id }) => id ?? []);
  if (kept.some((id) => !known.has(id)) || new Set(kept).size < kept.length) throw notFound();
  const { organizationId } = tx.actor;
  const ofYear = and(eq(terms.organizationId, organizationId), eq(terms.yearId, yearId));
  await tx.db.delete(terms).where(and(ofYear, kept.length > 0 ? notInArray(terms.id, kept) : undefined));
  if (wanted.length === 0) return;
  // Out of the way first: two terms that change places would meet in the index.
  await tx.db
    .update(terms)
    .set({ position: sql`-${terms.position}` })
    .where(ofYear);
  await tx.db
    .insert(terms)
    .values(
      wanted.map(({ id = newId(), ...term }, index) => ({
        ...{ organizationId, id, yearId, position: index + 1 },
        ...term,
      })),
    )
    .onConflictDoUpdate({
      target: [terms.organizationId, terms.id],
      set: {
        position: sql`excluded.position`,
        name: sql`excluded.name`,
        startsOn: sql`excluded.starts_on`,
        endsOn: sql`excluded.ends_on`,
        updatedAt: sql`now()`,
      },
    });
}

/** Terms as the log tells them: "Lapso 1: 2026-09-15 – 2026-12-30". */
export function termLines(list: readonly Omit<Term, "id">[]): string[] {
  return list.map(({ name, startsOn, endsOn }) => `${name}: ${startsOn} – ${endsOn}`);
}
