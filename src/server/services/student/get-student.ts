import { and, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { users } from "@/db/schema/core/users";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import { students } from "@/db/schema/tenant/students";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { can, type StudentReach } from "@/domain/permissions";
import { notFound } from "@/server/errors";
import { studentPhotoUrl } from "./photo-url";
import { closedBy, reachCondition, reachOf } from "./policies";

const organizationId = sql.placeholder("organizationId");

const readStudent = prepared("student", (db, shape: { reach: StudentReach }) =>
  db
    .select({
      student: students,
      yearName: academicYears.name,
      gradeName: grades.name,
      sectionName: sections.name,
      account: { id: users.id, name: users.name, email: users.email },
      mergedIntoName: sql<string | null>`(select m.first_names || ' ' || m.last_names from ${students} m
        where m.organization_id = ${organizationId} and m.id = ${students}.merged_into_id)`,
    })
    .from(students)
    .leftJoin(
      academicYears,
      and(eq(academicYears.organizationId, organizationId), eq(academicYears.id, students.yearId)),
    )
    .leftJoin(grades, and(eq(grades.organizationId, organizationId), eq(grades.id, students.gradeId)))
    .leftJoin(sections, and(eq(sections.organizationId, organizationId), eq(sections.id, students.sectionId)))
    .leftJoin(users, and(eq(users.organizationId, organizationId), eq(users.id, students.userId)))
    .where(
      and(
        reachCondition(shape.reach, { organizationId, userId: sql.placeholder("userId") }),
        eq(students.id, sql.placeholder("id")),
      ),
    ),
);

/** A student's record without health, discipline and family, and whether the actor may change it. */
export async function getStudent(actor: OrganizationActor, { id }: { id: string }) {
  const values = { organizationId: actor.organizationId, userId: actor.userId ?? "", id };
  return readInOrganization(actor, async (tx) => {
    const [found] = await readStudent(tx, values, { reach: reachOf(actor) });
    if (!found) throw notFound();
    const {
      organizationId: _organization,
      sortKey: _sortKey,
      searchKey: _searchKey,
      imported: _imported,
      photoKey,
      ...record
    } = found.student;
    const closed = closedBy(found.student);
    return {
      ...record,
      // What the school notes for itself is not the family's to read.
      notes: reachOf(actor) === "organization" ? record.notes : "",
      yearName: found.yearName,
      gradeName: found.gradeName,
      sectionName: found.sectionName,
      account: found.account,
      mergedIntoName: found.mergedIntoName,
      photoUrl: studentPhotoUrl(id, photoKey),
      closed,
      rights: { edit: can(actor.role, "student:manage") && closed === null },
    };
  });
}
