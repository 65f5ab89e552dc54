import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { academicYears, grades, terms } from "@/db/schema/tenant/academics";
import type { TenantTx } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import { type Days, evenTerms, usualDays } from "@/domain/academic-year";
import { DEFAULT_GRADES, TERM_WORDS } from "@/domain/academics-list";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";

/**
 * What a new school begins with: the usual grades, and as its current year the one of this name where there is one. Writes
 * no events: whoever opens the school tells of it. Safe to run again.
 */
export async function beginAcademics(
  tx: TenantTx,
  { year = "" }: { year?: string } = {},
): Promise<{ grades: string[] }> {
  const { organizationId } = tx.actor;
  const days = usualDays(year);
  const [known, years] = await Promise.all([
    tx.db.$count(grades, eq(grades.organizationId, organizationId)),
    tx.db.$count(academicYears, eq(academicYears.organizationId, organizationId)),
  ]);
  if (known === 0) await insertUsualGrades(tx);
  if (days && years === 0) await insertYear(tx, { name: year, ...days, isCurrent: true });
  return { grades: DEFAULT_GRADES.map(({ name }) => name) };
}

/** Writes the usual grades, but those whose names are there already. */
export async function insertUsualGrades(tx: TenantTx): Promise<{ id: string; name: string }[]> {
  const { organizationId } = tx.actor;
  return tx.db
    .insert(grades)
    .values(
      DEFAULT_GRADES.map(({ name, level }, index) => ({
        ...{ organizationId, id: newId(), name, level },
        ...{ position: index + 1, sortKey: sortKey(name) },
      })),
    )
    .onConflictDoNothing()
    .returning({ id: grades.id, name: grades.name });
}

export const yearColumns = {
  id: academicYears.id,
  name: academicYears.name,
  startsOn: academicYears.startsOn,
  endsOn: academicYears.endsOn,
  state: academicYears.state,
  isCurrent: academicYears.isCurrent,
};

/** Writes an open year with three even terms, named in the school's language; undefined where its name is taken. */
export async function insertYear(tx: TenantTx, year: Days & { name: string; isCurrent: boolean }) {
  const { organizationId } = tx.actor;
  const [[school], [made]] = await Promise.all([
    tx.db
      .select({ settings: settingsColumn })
      .from(organizations)
      .where(eq(organizations.id, organizationId)),
    tx.db
      .insert(academicYears)
      .values({ organizationId, id: newId(), ...year })
      .onConflictDoNothing()
      .returning(yearColumns),
  ]);
  if (!made) return undefined;
  const word = TERM_WORDS[school?.settings["region.locale"] ?? "en"];
  await tx.db.insert(terms).values(
    evenTerms(year).map((term, index) => ({
      ...{ organizationId, id: newId(), yearId: made.id, position: index + 1 },
      ...{ name: `${word} ${index + 1}`, ...term },
    })),
  );
  return made;
}
