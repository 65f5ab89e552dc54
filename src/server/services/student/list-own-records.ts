import { and, asc, eq } from "drizzle-orm";
import { grades, sections } from "@/db/schema/tenant/academics";
import { students } from "@/db/schema/tenant/students";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { studentPhotoUrl } from "./photo-url";
import { withinReach } from "./policies";

const MAX_SHOWN = 50;

/** The records that a family or a student has here: the children whose guardian one is, or one's own. */
export async function listOwnRecords(actor: OrganizationActor) {
  const { organizationId } = actor;
  const rows = await readInOrganization(actor, (tx) =>
    tx.db
      .select({
        id: students.id,
        firstNames: students.firstNames,
        lastNames: students.lastNames,
        gender: students.gender,
        status: students.status,
        gradeName: grades.name,
        sectionName: sections.name,
        photoKey: students.photoKey,
      })
      .from(students)
      .leftJoin(grades, and(eq(grades.organizationId, organizationId), eq(grades.id, students.gradeId)))
      .leftJoin(
        sections,
        and(eq(sections.organizationId, organizationId), eq(sections.id, students.sectionId)),
      )
      .where(withinReach(tx))
      .orderBy(asc(students.birthDate), asc(students.id))
      .limit(MAX_SHOWN),
  );
  return rows.map(({ photoKey, ...row }) => ({ ...row, photoUrl: studentPhotoUrl(row.id, photoKey) }));
}
