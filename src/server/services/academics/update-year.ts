import { and, eq } from "drizzle-orm";
import { academicYears } from "@/db/schema/tenant/academics";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { UpdateYearInput } from "@/domain/academics";
import { isSameValue } from "@/domain/stale";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockOpenYear, nameTaken } from "./queries";
import { readTerms, termLines, writeTerms } from "./terms";

const FIELDS = ["name", "startsOn", "endsOn"] as const;

/**
 * Changes name, days and terms of a year that is not closed. With `base`, CONFLICT `academics.stale` names the fields
 * that somebody else has changed since the form was loaded.
 */
export async function updateYear(
  actor: OrganizationActor,
  { id, base, terms, ...wanted }: UpdateYearInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const found = await lockOpenYear(tx, id);
    const before = await readTerms(tx, id);
    const changed = FIELDS.filter((field) => found[field] !== wanted[field]);
    const stale = changed.filter((field) => base !== undefined && base[field] !== found[field]);
    if (stale.length > 0)
      throw new DomainError("conflict", "academics.stale", {
        stale: stale.map((field) => ({ field, theirs: found[field], by: "", at: found.updatedAt })),
      });
    const after = termLines(terms);
    const hasOtherTerms = !isSameValue(after, termLines(before));
    if (changed.length === 0 && !hasOtherTerms) return;
    try {
      await tx.db
        .update(academicYears)
        .set({ ...wanted, updatedAt: new Date() })
        .where(and(eq(academicYears.organizationId, actor.organizationId), eq(academicYears.id, id)));
    } catch (error) {
      throw nameTaken(error, wanted.name);
    }
    if (hasOtherTerms) await writeTerms(tx, id, terms, before);
    const only = (values: Record<(typeof FIELDS)[number], string>, lines: string[]) => ({
      ...Object.fromEntries(changed.map((field) => [field, values[field]])),
      ...(hasOtherTerms && { terms: lines }),
    });
    await recordEvents(tx, [
      {
        action: "year.updated",
        subject: { type: "year", id, name: wanted.name },
        before: only(found, termLines(before)),
        after: only(wanted, after),
      },
    ]);
  });
}
