import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { academicYears, grades, sections, subjects } from "@/db/schema/tenant/academics";
import { classes } from "@/db/schema/tenant/classes";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { MAX_GRADES, MAX_SUBJECTS } from "@/domain/academics-list";
import { can } from "@/domain/permissions";
import { notFound } from "@/server/errors";
import { countStudents } from "./count-students";
import { readTerms } from "./terms";

/** Years that are offered, the newest; a school makes one a year. */
export const MAX_YEARS = 100;
const MAX_SECTIONS = 2_000;

/**
 * The school's years, newest first, its grades from the lowest to the highest and its subjects; and of one year, the
 * current one where none is said, the terms and the sections with how many students are in them. Throws NOT_FOUND for a
 * year that is not there.
 */
export async function getStructure(actor: OrganizationActor, { yearId }: { yearId?: string | undefined }) {
  return readInOrganization(actor, async (tx) => {
    const [years, gradeRows, subjectRows] = await Promise.all([
      readYears(tx),
      readGrades(tx),
      readSubjects(tx),
    ]);
    const year = yearId
      ? years.find(({ id }) => id === yearId)
      : (years.find(({ isCurrent }) => isCurrent) ?? years[0]);
    if (yearId && !year) throw notFound();
    const whole = { years, grades: gradeRows, subjects: subjectRows };
    if (!year) return { ...whole, year: null };
    const [terms, sectionRows, counts] = await Promise.all([
      readTerms(tx, year.id),
      readSections(tx, year.id),
      countStudents(tx, year.id),
    ]);
    return {
      ...whole,
      year: {
        ...year,
        terms,
        sections: sectionRows.map((section) => ({
          ...section,
          studentCount: counts.sections.get(section.id) ?? 0,
        })),
        /** Students of a grade who are in no section of it. */
        unplaced: [...counts.unplaced].map(([gradeId, studentCount]) => ({ gradeId, studentCount })),
      },
    };
  });
}

async function readYears(tx: TenantTx) {
  const { id, name, startsOn, endsOn, state, isCurrent } = academicYears;
  return tx.db
    .select({ id, name, startsOn, endsOn, state, isCurrent })
    .from(academicYears)
    .where(eq(academicYears.organizationId, tx.actor.organizationId))
    .orderBy(desc(academicYears.startsOn), desc(academicYears.id))
    .limit(MAX_YEARS);
}

async function readGrades(tx: TenantTx) {
  const { id, name, level, archivedAt } = grades;
  return tx.db
    .select({ id, name, level, archivedAt })
    .from(grades)
    .where(eq(grades.organizationId, tx.actor.organizationId))
    .orderBy(asc(grades.position), asc(grades.id))
    .limit(2 * MAX_GRADES);
}

async function readSubjects(tx: TenantTx) {
  const { organizationId } = tx.actor;
  const { id, name, code, archivedAt } = subjects;
  return tx.db
    .select({
      ...{ id, name, code, archivedAt },
      classCount: sql<number>`(select count(*)::int from ${classes} c where c.organization_id = ${organizationId}
        and c.subject_id = ${subjects}.id and c.state = 'active')`,
    })
    .from(subjects)
    .where(eq(subjects.organizationId, organizationId))
    .orderBy(asc(subjects.sortKey), asc(subjects.id))
    .limit(MAX_SUBJECTS);
}

async function readSections(tx: TenantTx, yearId: string) {
  const { organizationId } = tx.actor;
  const rows = await tx.db
    .select({
      id: sections.id,
      gradeId: sections.gradeId,
      name: sections.name,
      capacity: sections.capacity,
      guideId: users.id,
      guideName: users.name,
      guideRole: users.role,
      classCount: sql<number>`(select count(*)::int from ${classes} c where c.organization_id = ${organizationId}
        and c.section_id = ${sections}.id and c.state = 'active')`,
    })
    .from(sections)
    // Who has left the school guides nobody; brought back, they go on.
    .leftJoin(
      users,
      and(
        eq(users.organizationId, sections.organizationId),
        eq(users.id, sections.guideUserId),
        isNull(users.leftAt),
      ),
    )
    .where(and(eq(sections.organizationId, organizationId), eq(sections.yearId, yearId)))
    .orderBy(asc(sections.name), asc(sections.id))
    .limit(MAX_SECTIONS);
  return rows.map(({ guideId, guideName, guideRole, ...section }) => ({
    ...section,
    guide:
      guideId && guideName && guideRole && can(guideRole, "class:manage-own")
        ? { id: guideId, name: guideName }
        : null,
  }));
}
