import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import { students } from "@/db/schema/tenant/students";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { StudentFilter } from "@/domain/student";
import { STUDENT_STATUSES, type StudentStatus } from "@/domain/student-list";
import { withinReach } from "./policies";
import { matching, reachFilter } from "./queries";

/** How many students the filter matches, and how many there are of each status within the actor's reach. */
export async function countStudents(actor: OrganizationActor, filter: StudentFilter) {
  return readInOrganization(actor, async (tx) => {
    const count = sql<number>`count(*)::int`;
    const [[found], statuses] = await Promise.all([
      tx.db
        .select({ count })
        .from(students)
        .where(matching(reachFilter(tx, filter))),
      tx.db
        .select({ status: students.status, count })
        .from(students)
        .where(and(withinReach(tx), isNull(students.mergedIntoId)))
        .groupBy(students.status),
    ]);
    const of = (status: StudentStatus) => statuses.find((row) => row.status === status)?.count ?? 0;
    const byStatus = Object.fromEntries(STUDENT_STATUSES.map((status) => [status, of(status)]));
    return {
      matching: found?.count ?? 0,
      total: statuses.reduce((sum, row) => sum + row.count, 0),
      byStatus: byStatus as Record<StudentStatus, number>,
    };
  });
}

const MAX_SECTIONS = 1_000;

/** The structure that students are put into and filtered by: years newest first, grades in order, their sections. */
export async function studentOptions(actor: OrganizationActor) {
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const [years, levels, groups] = await Promise.all([
      tx.db
        .select({
          id: academicYears.id,
          name: academicYears.name,
          state: academicYears.state,
          isCurrent: academicYears.isCurrent,
        })
        .from(academicYears)
        .where(eq(academicYears.organizationId, organizationId))
        .orderBy(desc(academicYears.startsOn), desc(academicYears.id)),
      tx.db
        .select({
          id: grades.id,
          name: grades.name,
          isArchived: sql<boolean>`${grades.archivedAt} is not null`,
        })
        .from(grades)
        .where(eq(grades.organizationId, organizationId))
        .orderBy(asc(grades.position), asc(grades.id)),
      tx.db
        .select({
          id: sections.id,
          yearId: sections.yearId,
          gradeId: sections.gradeId,
          name: sections.name,
          capacity: sections.capacity,
          studentCount: sql<number>`(select count(*)::int from ${students} s
            where s.organization_id = ${organizationId} and s.section_id = ${sections}.id
              and s.status = 'active' and s.merged_into_id is null)`,
        })
        .from(sections)
        .innerJoin(
          academicYears,
          and(eq(academicYears.organizationId, organizationId), eq(academicYears.id, sections.yearId)),
        )
        .innerJoin(grades, and(eq(grades.organizationId, organizationId), eq(grades.id, sections.gradeId)))
        .where(eq(sections.organizationId, organizationId))
        .orderBy(desc(academicYears.startsOn), asc(grades.position), asc(sections.name), asc(sections.id))
        .limit(MAX_SECTIONS),
    ]);
    return { years, grades: levels, sections: groups };
  });
}
