import { and, eq } from "drizzle-orm";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import { students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { ATTENDANCE_AT_ONCE } from "@/domain/attendance-list";
import { INCIDENTS_AT_ONCE } from "@/domain/incident-list";
import { can } from "@/domain/permissions";
import type { StudentRecordInput } from "@/domain/student-export";
import type { RecordSection } from "@/domain/student-export-list";
import { listAcademicRecords } from "../academic-record";
import { listAttendance } from "../attendance";
import { recordEvents } from "../audit";
import { getHealth } from "../health";
import { listIncidents } from "../incident";
import { listStatuses, requireStudent, type StudentRow, studentPhotoUrl, subjectOf } from "../student";
import { listDocuments } from "../student-document";
import { readFamily } from "./read-family";
import { readSchool } from "./read-school";

/**
 * A copy of what the school keeps of one student within the actor's reach: the parts that are asked for, which the
 * caller may read. A family gets its child's without the school's own notes and without how to reach other guardians.
 * The copy is recorded, and so is each reading of health, conduct and income in it.
 */
export async function getStudentRecord(actor: OrganizationActor, input: StudentRecordInput) {
  const { id, sections: wanted, format } = input;
  const isFamily = !can(actor.role, "student:export");
  const has = (section: RecordSection) => wanted.includes(section);
  const own = await inOrganization(actor, async (tx) => {
    const student = await requireStudent(tx, id);
    const [school, place, family] = await Promise.all([
      readSchool(tx),
      readPlace(tx, student),
      has("family") || has("income") ? readFamily(tx, id, { isFamily, income: has("income") }) : null,
    ]);
    await recordEvents(tx, [
      { action: "student.record_exported", subject: subjectOf(student), after: { sections: wanted, format } },
      ...(family?.readings ?? []),
    ]);
    const photoUrl = studentPhotoUrl(id, student.photoKey);
    return { school: school.name, profile: { ...profileOf(student), ...place }, photoUrl, family };
  });
  const [academic, attendance, documents, history, health, incidents] = await Promise.all([
    has("academic") ? listAcademicRecords(actor, { studentId: id }) : null,
    has("attendance")
      ? everyPage((cursor) => listAttendance(actor, { studentId: id, cursor, limit: ATTENDANCE_AT_ONCE }))
      : null,
    has("documents") ? listDocuments(actor, { studentId: id }) : null,
    has("history") ? listStatuses(actor, { id }) : null,
    has("health") ? getHealth(actor, { studentId: id }) : null,
    has("discipline")
      ? everyPage((cursor) => listIncidents(actor, { studentId: id, cursor, limit: INCIDENTS_AT_ONCE }))
      : null,
  ]);
  const { notes, ...profile } = own.profile;
  return {
    format: "homeroom.student/1" as const,
    exportedAt: new Date(),
    school: own.school,
    /** Who it is about is said whatever is asked for. */
    name: { firstNames: profile.firstNames, lastNames: profile.lastNames },
    // A file to keep holds no address that works here alone.
    ...(format === "print" && has("profile") && { photoUrl: own.photoUrl }),
    profile: has("profile") ? { ...profile, ...(isFamily ? {} : { notes }) } : null,
    family: own.family && { guardians: own.family.guardians, authorized: own.family.authorized },
    academic: academic?.map(({ id: _id, notes: said, ...year }) => ({
      ...year,
      ...(isFamily ? {} : { notes: said }),
    })),
    attendance: attendance?.map(({ day, mark, reason, recordedBy }) => ({ day, mark, reason, recordedBy })),
    documents: documents
      ?.filter(({ removedAt }) => removedAt === null)
      .map(({ kind, name, mediaType, byteSize, createdAt }) => ({
        ...{ kind, name, mediaType, byteSize, createdAt },
      })),
    history: history?.map(({ status, since, reason, otherSchool, otherSchoolCode }) => ({
      ...{ status, since, otherSchool, otherSchoolCode },
      ...(isFamily ? {} : { reason }),
    })),
    health,
    // What was taken back as written in error says nothing of the student.
    incidents:
      incidents?.flatMap(({ id: _id, mayChange: _may, voidedAt, ...incident }) =>
        voidedAt === null ? [incident] : [],
      ) ?? null,
  };
}

async function everyPage<Row>(
  read: (cursor: string | undefined) => Promise<{ rows: Row[]; nextCursor: string | null }>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let cursor: string | undefined; ; ) {
    const { rows, nextCursor } = await read(cursor);
    found.push(...rows);
    if (nextCursor === null) return found;
    cursor = nextCursor;
  }
}

/** The student's own fields, without ids, keys and what only the program needs. */
function profileOf(student: StudentRow) {
  const {
    organizationId: _school,
    id: _id,
    sortKey: _sortKey,
    searchKey: _searchKey,
    photoKey: _photo,
    yearId: _year,
    gradeId: _grade,
    sectionId: _section,
    userId: _user,
    mergedIntoId: _merged,
    lockedAt: _locked,
    imported: _imported,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    ...profile
  } = student;
  return profile;
}

async function readPlace(tx: TenantTx, { id }: StudentRow) {
  const { organizationId } = tx.actor;
  const [place] = await tx.db
    .select({ year: academicYears.name, grade: grades.name, section: sections.name })
    .from(students)
    .leftJoin(
      academicYears,
      and(eq(academicYears.organizationId, organizationId), eq(academicYears.id, students.yearId)),
    )
    .leftJoin(grades, and(eq(grades.organizationId, organizationId), eq(grades.id, students.gradeId)))
    .leftJoin(sections, and(eq(sections.organizationId, organizationId), eq(sections.id, students.sectionId)))
    .where(and(eq(students.organizationId, organizationId), eq(students.id, id)));
  return place ?? { year: null, grade: null, section: null };
}
