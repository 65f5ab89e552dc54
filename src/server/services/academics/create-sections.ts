import { and, eq, inArray } from "drizzle-orm";
import { grades } from "@/db/schema/tenant/academics";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { CreateSectionsInput } from "@/domain/academics";
import { notFound } from "@/server/errors";
import { findOrCreateSections } from "./find-or-create-sections";

/**
 * Sections of these names in each of these grades, by one act; those that are there already stay as they are. Throws
 * NOT_FOUND for a grade that is not in use, and CONFLICT where the year is closed.
 */
export async function createSections(
  actor: OrganizationActor,
  { yearId, gradeIds, names, capacity = null }: CreateSectionsInput,
): Promise<{ made: { id: string; name: string }[]; known: number }> {
  return inOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const ids = [...new Set(gradeIds)];
    // Held, so that none is archived meanwhile.
    const held = await tx.db
      .select({ id: grades.id, archivedAt: grades.archivedAt })
      .from(grades)
      .where(and(eq(grades.organizationId, organizationId), inArray(grades.id, ids)))
      .orderBy(grades.id)
      .for("share");
    if (held.length < ids.length || held.some(({ archivedAt }) => archivedAt)) throw notFound();
    const pairs = ids.flatMap((gradeId) => names.map((name) => ({ gradeId, name })));
    const found = await findOrCreateSections(tx, yearId, pairs, { capacity });
    const made = found.filter((section) => section.made);
    return { made: made.map(({ id, name }) => ({ id, name })), known: found.length - made.length };
  });
}
