import { and, desc, eq, ne } from "drizzle-orm";
import { academicYears } from "@/db/schema/tenant/academics";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { fullName } from "@/domain/student-list";
import { usualTarget } from "./plan";
import { readOldYear } from "./read-year";

const MAX_YEARS = 100;
/** Of those who stay behind, so many by name. */
const NAMED = 100;

/**
 * What a rollover begins with: the years that it may go from and to, and of the old one, the current year where none is
 * said, each section with where it goes as a rule and how many active students go with it. `old` is null where the school
 * has no such year.
 */
export async function draftRollover(
  actor: OrganizationActor,
  { fromYearId }: { fromYearId?: string | undefined },
) {
  return readInOrganization(actor, async (tx) => {
    const { id, name, startsOn, endsOn, state, isCurrent } = academicYears;
    const years = await tx.db
      .select({ id, name, startsOn, endsOn, state, isCurrent })
      .from(academicYears)
      .where(and(eq(academicYears.organizationId, actor.organizationId), ne(academicYears.state, "closed")))
      .orderBy(desc(academicYears.startsOn), desc(academicYears.id))
      .limit(MAX_YEARS);
    const from = fromYearId
      ? years.find((year) => year.id === fromYearId)
      : (years.find((year) => year.isCurrent) ?? years[0]);
    if (!from) return { years, old: null };
    const { grades, sections, students, classIds } = await readOldYear(tx, from.id);
    const going = students.filter((student) => student.status === "active" && student.lockedAt === null);
    const staying = students.filter((student) => !going.includes(student) || student.gradeId === null);
    const countIn = (gradeId: string, sectionId: string | null) =>
      going.filter((student) => student.gradeId === gradeId && student.sectionId === sectionId).length;
    return {
      years,
      old: {
        year: from,
        grades,
        classCount: classIds.length,
        sections: grades.flatMap((grade) =>
          sections
            .filter(({ gradeId }) => gradeId === grade.id)
            .map((section) => ({
              ...{ id: section.id, gradeId: grade.id, name: section.name },
              studentCount: countIn(grade.id, section.id),
              target: usualTarget(section, grades) ?? null,
            })),
        ),
        /** In a grade and in no section of it: they go up, or out, without one. */
        unplaced: grades.flatMap((grade) => {
          const studentCount = countIn(grade.id, null);
          const target = usualTarget({ gradeId: grade.id, name: "" }, grades) ?? null;
          return studentCount > 0 ? [{ gradeId: grade.id, studentCount, target }] : [];
        }),
        leftOut: {
          count: staying.length,
          students: staying
            .slice(0, NAMED)
            .map((student) => ({ id: student.id, name: fullName(student), status: student.status })),
        },
      },
    };
  });
}
