import { and, eq, inArray } from "drizzle-orm";
import { grades, sections } from "@/db/schema/tenant/academics";
import type { TenantTx } from "@/db/scope";
import { sectionNameOf } from "@/domain/academics-list";
import { newId } from "@/lib/ids";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockYear, sectionTitle, yearClosed } from "./queries";

export type SectionPair = { gradeId: string; name: string };
export type FoundSection = SectionPair & { id: string; made: boolean };

/**
 * The sections of the year that these pairs of grade and name mean (`"b" ` is B), each once, made where they are missing,
 * by one statement. Throws NOT_FOUND for a year or grade that the school has not, and CONFLICT `academics.yearClosed`
 * where one would have to be made in a closed year.
 */
export async function findOrCreateSections(
  tx: TenantTx,
  yearId: string,
  pairs: readonly SectionPair[],
  { capacity = null }: { capacity?: number | null } = {},
): Promise<FoundSection[]> {
  const wanted = new Map(
    pairs.map(({ gradeId, name }) => [
      keyOf({ gradeId, name: sectionNameOf(name) }),
      { gradeId, name: sectionNameOf(name) },
    ]),
  );
  if (wanted.size === 0) return [];
  const { organizationId } = tx.actor;
  const gradeIds = [...new Set([...wanted.values()].map(({ gradeId }) => gradeId))];
  const [year, named] = await Promise.all([
    lockYear(tx, yearId, "share"),
    tx.db
      .select({ id: grades.id, name: grades.name })
      .from(grades)
      .where(and(eq(grades.organizationId, organizationId), inArray(grades.id, gradeIds))),
  ]);
  if (named.length < gradeIds.length) throw notFound();
  const before = await readSections(tx, yearId, gradeIds);
  const known = new Set(before.map(keyOf));
  const missing = [...wanted].flatMap(([key, pair]) => (known.has(key) ? [] : [pair]));
  if (missing.length === 0) return only(before, wanted, new Set());
  if (year.state === "closed") throw yearClosed(year);
  const rows = missing.map((pair) => ({ organizationId, id: newId(), yearId, capacity, ...pair }));
  const made = await tx.db
    .insert(sections)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: sections.id, gradeId: sections.gradeId, name: sections.name });
  const gradeNames = new Map(named.map(({ id, name }) => [id, name]));
  await recordEvents(
    tx,
    made.map(({ id, gradeId, name }) => ({
      action: "section.created",
      subject: { type: "section", id, name: sectionTitle(gradeNames.get(gradeId) ?? "", name) },
      after: { year: year.name, ...(capacity !== null && { capacity }) },
    })),
  );
  return only(await readSections(tx, yearId, gradeIds), wanted, new Set(made.map(({ id }) => id)));
}

/** What tells the sections of one year apart. */
function keyOf({ gradeId, name }: SectionPair): string {
  return `${gradeId} ${name}`;
}

function only(
  found: readonly (SectionPair & { id: string })[],
  wanted: ReadonlyMap<string, SectionPair>,
  made: ReadonlySet<string>,
): FoundSection[] {
  return found.flatMap((section) =>
    wanted.has(keyOf(section)) ? [{ ...section, made: made.has(section.id) }] : [],
  );
}

async function readSections(tx: TenantTx, yearId: string, gradeIds: readonly string[]) {
  return tx.db
    .select({ id: sections.id, gradeId: sections.gradeId, name: sections.name })
    .from(sections)
    .where(
      and(
        eq(sections.organizationId, tx.actor.organizationId),
        eq(sections.yearId, yearId),
        inArray(sections.gradeId, [...gradeIds]),
      ),
    )
    .orderBy(sections.gradeId, sections.name);
}
