import { and, asc, desc, eq, isNull, ne } from "drizzle-orm";
import { academicYears, grades, sections, subjects } from "@/db/schema/tenant/academics";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { MAX_GRADES, MAX_SUBJECTS } from "@/domain/academics-list";
import { MAX_YEARS } from "./get-structure";

const MAX_SECTIONS = 3_000;

/**
 * What forms and filters choose from: years, newest first, grades and subjects in use, and the sections of one year, or
 * where none is said those of every year that is not closed, by grade and name.
 */
export async function academicOptions(actor: OrganizationActor, { yearId }: { yearId?: string | undefined }) {
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const [years, inUse, offered, taught] = await Promise.all([
      tx.db
        .select({
          id: academicYears.id,
          name: academicYears.name,
          state: academicYears.state,
          isCurrent: academicYears.isCurrent,
        })
        .from(academicYears)
        .where(eq(academicYears.organizationId, organizationId))
        .orderBy(desc(academicYears.startsOn), desc(academicYears.id))
        .limit(MAX_YEARS),
      tx.db
        .select({ id: grades.id, name: grades.name, level: grades.level })
        .from(grades)
        .where(and(eq(grades.organizationId, organizationId), isNull(grades.archivedAt)))
        .orderBy(asc(grades.position), asc(grades.id))
        .limit(MAX_GRADES),
      tx.db
        .select({
          id: sections.id,
          yearId: sections.yearId,
          gradeId: sections.gradeId,
          name: sections.name,
          gradeName: grades.name,
        })
        .from(sections)
        .innerJoin(
          grades,
          and(eq(grades.organizationId, sections.organizationId), eq(grades.id, sections.gradeId)),
        )
        .innerJoin(
          academicYears,
          and(
            eq(academicYears.organizationId, sections.organizationId),
            eq(academicYears.id, sections.yearId),
          ),
        )
        .where(
          and(
            eq(sections.organizationId, organizationId),
            yearId ? eq(sections.yearId, yearId) : ne(academicYears.state, "closed"),
          ),
        )
        .orderBy(desc(academicYears.startsOn), asc(grades.position), asc(grades.id), asc(sections.name))
        .limit(MAX_SECTIONS),
      tx.db
        .select({ id: subjects.id, name: subjects.name, code: subjects.code })
        .from(subjects)
        .where(and(eq(subjects.organizationId, organizationId), isNull(subjects.archivedAt)))
        .orderBy(asc(subjects.sortKey), asc(subjects.id))
        .limit(MAX_SUBJECTS),
    ]);
    return { years, grades: inUse, sections: offered, subjects: taught };
  });
}
