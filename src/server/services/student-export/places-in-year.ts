import { type SQL, sql } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import { academicRecords } from "@/db/schema/tenant/student-records";
import { rolloverStudents, students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import type { StudentStatus } from "@/domain/student-list";

/**
 * Where each student stands, one row a student: `student_id`, `year_id`, `grade_id`, `section_id`, `list_number`,
 * `status`. Of a year, also those who have gone on from it: as the change of year noted them, or else, without a number,
 * as their record tells of that year at this school.
 */
export function placesOf(tx: TenantTx, yearId: string | undefined): SQL {
  const { organizationId } = tx.actor;
  const own = sql`select s.id as student_id, s.year_id, s.grade_id, s.section_id, s.list_number, s.status
    from ${students} s where s.organization_id = ${organizationId}`;
  if (yearId === undefined) return own;
  const year = sql`${yearId}::uuid`;
  return sql`select distinct on (place.student_id) place.student_id, ${year} as year_id, place.grade_id,
      place.section_id, place.list_number, place.status
    from (
      select own.student_id, own.grade_id, own.section_id, own.list_number, own.status, 1 as rank, null::uuid as told
        from (${own}) own where own.year_id = ${year}
      union all
      select n.student_id, (n.before ->> 'gradeId')::uuid, (n.before ->> 'sectionId')::uuid,
          (n.before ->> 'listNumber')::int, n.before ->> 'status', 2, n.id
        from ${rolloverStudents} n
        where n.organization_id = ${organizationId} and n.before ->> 'yearId' = ${yearId} and n.outcome <> 'left_out'
      union all
      select r.student_id, g.id, c.id, null, 'active', 3, r.id
        from ${academicRecords} r
          join ${organizations} o on o.id = r.organization_id and o.name = r.school
          join ${academicYears} y on y.organization_id = r.organization_id and y.id = ${year} and y.name = r.year
          left join ${grades} g on g.organization_id = r.organization_id and g.name = r.grade
          left join ${sections} c on c.organization_id = r.organization_id and c.year_id = y.id and c.grade_id = g.id
            and c.name = r.section
        where r.organization_id = ${organizationId}
    ) place
    order by place.student_id, place.rank, place.told desc`;
}

/** The places of a year for a query to join, as `place`, and their columns. */
export function joinedPlaces(tx: TenantTx, yearId: string) {
  return {
    places: sql`(${placesOf(tx, yearId)}) place`,
    ofStudent: sql`place.student_id = ${students.id}`,
    gradeId: sql<string | null>`place.grade_id`,
    sectionId: sql<string | null>`place.section_id`,
    status: sql<StudentStatus>`place.status`,
  };
}
