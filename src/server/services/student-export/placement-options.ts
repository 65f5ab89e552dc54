import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import { students } from "@/db/schema/tenant/students";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import type { ExportOptionsInput } from "@/domain/student-export";
import { notFound } from "@/server/errors";
import { joinedPlaces } from "./places-in-year";

const MAX_YEARS = 50;
const MAX_SECTIONS = 500;

/**
 * The school's years, the newest first, and the grades and sections of one of them with how many students are there: of
 * the year that is named, else of the current one, else of the newest that has students.
 */
export function getExportOptions(actor: OrganizationActor, { yearId }: ExportOptionsInput) {
  return readInOrganization(actor, async (tx) => {
    const years = await readYears(tx);
    const chosen = yearId
      ? years.find(({ id }) => id === yearId)
      : (years.find(({ isCurrent }) => isCurrent) ?? years.find((year) => year.students > 0) ?? years[0]);
    if (yearId && !chosen) throw notFound();
    return { years, year: chosen ?? null, grades: chosen ? await readGrades(tx, chosen.id) : [] };
  });
}

function readYears(tx: TenantTx) {
  const { organizationId } = tx.actor;
  // Nested: a query of one table writes its columns without its name, and the inner table's would answer.
  const yearId = sql`${academicYears.id}`;
  return tx.db
    .select({
      id: academicYears.id,
      name: academicYears.name,
      startsOn: academicYears.startsOn,
      endsOn: academicYears.endsOn,
      isCurrent: academicYears.isCurrent,
      students: sql<number>`(select count(*)::int from ${students} s where s.organization_id = ${organizationId}
        and s.year_id = ${yearId} and s.merged_into_id is null)`,
    })
    .from(academicYears)
    .where(eq(academicYears.organizationId, organizationId))
    .orderBy(desc(academicYears.startsOn), desc(academicYears.id))
    .limit(MAX_YEARS);
}

async function readGrades(tx: TenantTx, yearId: string) {
  const { organizationId } = tx.actor;
  const { places: standing, ofStudent, sectionId, status } = joinedPlaces(tx, yearId);
  const [places, counts] = await Promise.all([
    tx.db
      .select({ gradeId: grades.id, gradeName: grades.name, id: sections.id, name: sections.name })
      .from(sections)
      .innerJoin(
        grades,
        and(eq(grades.organizationId, sections.organizationId), eq(grades.id, sections.gradeId)),
      )
      .where(and(eq(sections.organizationId, organizationId), eq(sections.yearId, yearId)))
      .orderBy(asc(grades.position), asc(grades.id), asc(sections.name))
      .limit(MAX_SECTIONS),
    tx.db
      .select({
        sectionId,
        active: sql<number>`count(*) filter (where ${status} = 'active')::int`,
        all: sql<number>`count(*)::int`,
      })
      .from(students)
      .innerJoin(standing, ofStudent)
      .where(and(eq(students.organizationId, organizationId), isNull(students.mergedIntoId)))
      .groupBy(sectionId),
  ]);
  const countOf = new Map(counts.map(({ sectionId, active, all }) => [sectionId, { active, all }]));
  const byGrade = new Map<string, { id: string; name: string; sections: SectionOption[] }>();
  for (const { gradeId, gradeName, id, name } of places) {
    const grade = byGrade.get(gradeId) ?? { id: gradeId, name: gradeName, sections: [] };
    grade.sections.push({ id, name, ...(countOf.get(id) ?? { active: 0, all: 0 }) });
    byGrade.set(gradeId, grade);
  }
  return [...byGrade.values()];
}

/** A section with its students: those who attend, and all who are in its list. */
type SectionOption = { id: string; name: string; active: number; all: number };
