import { and, eq, inArray } from "drizzle-orm";
import { violatedUnique } from "@/db/errors";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import type { TenantTx } from "@/db/scope";
import { DomainError, notFound } from "@/server/errors";

export type YearRow = typeof academicYears.$inferSelect;

/** Of a closed year nothing changes: whoever closes it waits for those who write to it, and the other way round. */
export async function lockYear(
  tx: TenantTx,
  id: string,
  strength: "share" | "no key update" = "no key update",
): Promise<YearRow> {
  const [year] = await tx.db
    .select()
    .from(academicYears)
    .where(and(eq(academicYears.organizationId, tx.actor.organizationId), eq(academicYears.id, id)))
    .for(strength);
  if (!year) throw notFound();
  return year;
}

/** `lockYear` of one that is not closed. Throws CONFLICT `academics.yearClosed`. */
export async function lockOpenYear(
  tx: TenantTx,
  id: string,
  strength?: "share" | "no key update",
): Promise<YearRow> {
  const year = await lockYear(tx, id, strength);
  if (year.state === "closed") throw yearClosed(year);
  return year;
}

export function yearClosed({ name }: Pick<YearRow, "name">): DomainError {
  return new DomainError("conflict", "academics.yearClosed", { values: { name } });
}

/** The grade, locked. */
export async function lockGrade(tx: TenantTx, id: string) {
  const [grade] = await tx.db
    .select()
    .from(grades)
    .where(and(eq(grades.organizationId, tx.actor.organizationId), eq(grades.id, id)))
    .for("no key update");
  if (!grade) throw notFound();
  return grade;
}

/**
 * The sections with their grades, locked: nobody can be put into them meanwhile, and their years are not closed. Throws
 * CONFLICT `academics.yearClosed` where one is.
 */
export async function lockSections(tx: TenantTx, ids: readonly string[]) {
  const { organizationId } = tx.actor;
  const ofSchool = and(eq(sections.organizationId, organizationId), inArray(sections.id, [...ids]));
  const years = await tx.db
    .select({ id: academicYears.id, name: academicYears.name, state: academicYears.state })
    .from(academicYears)
    .where(
      and(
        eq(academicYears.organizationId, organizationId),
        inArray(academicYears.id, tx.db.select({ id: sections.yearId }).from(sections).where(ofSchool)),
      ),
    )
    .orderBy(academicYears.id)
    .for("share");
  for (const year of years) if (year.state === "closed") throw yearClosed(year);
  const names = new Map(years.map(({ id, name }) => [id, name]));
  const rows = await tx.db
    .select({ section: sections, gradeName: grades.name })
    .from(sections)
    .innerJoin(
      grades,
      and(eq(grades.organizationId, sections.organizationId), eq(grades.id, sections.gradeId)),
    )
    .where(ofSchool)
    .orderBy(sections.id)
    .for("update", { of: sections });
  return rows.map(({ section, gradeName }) => ({
    ...section,
    title: sectionTitle(gradeName, section.name),
    gradeName,
    yearName: names.get(section.yearId) ?? "",
  }));
}

/** A section as people say it: 4to Año B. */
export function sectionTitle(gradeName: string, name: string): string {
  return `${gradeName} ${name}`;
}

const TAKEN: Record<string, { key: string; field: string }> = {
  academic_years_name_key: { key: "academics.yearTaken", field: "name" },
  grades_name_key: { key: "academics.gradeTaken", field: "name" },
  sections_name_key: { key: "academics.sectionTaken", field: "name" },
  subjects_name_key: { key: "academics.subjectTaken", field: "name" },
};

/** The error to tell for a write that ran into a name which is there already. */
export function nameTaken(error: unknown, name: string): unknown {
  const taken = TAKEN[violatedUnique(error) ?? ""];
  return taken ? new DomainError("conflict", taken.key, { field: taken.field, values: { name } }) : error;
}
