import { academicRecords, attendanceDays, incidents, vaccinations } from "@/db/schema/tenant/student-records";
import { healthRecords, studentStatuses, students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { personKeys } from "@/domain/identity/keys";
import { newId } from "@/lib/ids";
import type { Place } from "../student";
import { type Conflict, findConflicts, freeCode, refuseConflicts } from "./find-conflicts";
import type { Transfer } from "./queries";
import type { SentRecord } from "./read-record";
import { takeBack } from "./take-back";
import { writeFamily } from "./write-family";

/** Where the student comes to be, and since when. */
type Entry = { place: Place; enteredOn: string };
type Arrival = { record: SentRecord; transfer: Transfer; entry: Entry };

/**
 * Writes the record into the receiving school with ids of its own, and returns the student's. Throws CONFLICT, naming the
 * record, where the school has one with the same cédula.
 */
export async function writeRecord(tx: TenantTx, arrival: Arrival): Promise<{ id: string; code: string }> {
  const { record } = arrival;
  const past = await findConflicts(tx, record.student);
  refuseConflicts(past);
  const student = await insertStudent(tx, arrival, past);
  await Promise.all([
    writeFamily(tx, student.id, record.family),
    writeAcademic(tx, student.id, arrival),
    writeAttendance(tx, student.id, record.attendance),
    writeHealth(tx, student.id, record.health),
    writeDiscipline(tx, student.id, record.discipline),
  ]);
  return student;
}

/** The student with an id of the school, and its code: that by which it knew them, the one they come with, or a new one. */
async function insertStudent(
  tx: TenantTx,
  { record, transfer, entry }: Arrival,
  past: readonly Conflict[],
): Promise<{ id: string; code: string }> {
  const { organizationId, name: recordedBy } = tx.actor;
  const { enteredOn, place } = entry;
  const { yearId, gradeId, sectionId } = place;
  const student = { ...record.student, id: newId() };
  const { id } = student;
  const isBack = past.length > 0;
  // Who comes back gets their numbers when the record of before has given them up.
  const numbers = isBack
    ? { code: id, cedula: null, schoolCedula: null }
    : { code: await freeCode(tx, student.code) };
  await tx.db.insert(students).values({
    ...{ ...student, ...numbers },
    ...personKeys({ ...student, ...numbers }),
    ...{ organizationId, yearId, gradeId, sectionId, listNumber: null, enteredOn },
    ...{ status: "active", entryKind: "", previousSchool: transfer.fromSchoolName },
    // The picture follows with the other files.
    ...{ photoKey: null, userId: null, mergedIntoId: null, lockedAt: null, imported: {} },
    ...{ createdAt: undefined, updatedAt: undefined },
  });
  await tx.db.insert(studentStatuses).values({
    ...{ organizationId, id: newId(), studentId: id, status: "active", since: enteredOn, recordedBy },
    otherSchool: transfer.fromSchoolName,
  });
  return { id, code: isBack ? await takeBack(tx, past, { student, transfer }) : numbers.code };
}

async function writeAcademic(tx: TenantTx, studentId: string, { record, transfer }: Arrival) {
  const { organizationId } = tx.actor;
  const { academic, place } = record;
  const school = transfer.fromSchoolName;
  const rows: (typeof academicRecords.$inferInsert)[] = academic.map((row) => ({
    ...row,
    ...{ organizationId, id: newId(), studentId, school: row.school || school, rolloverId: null },
    ...{ createdAt: undefined, updatedAt: undefined },
  }));
  // The year that was broken off, which nothing tells of at the school itself before the year ends.
  if (record.hasAcademic && place?.year && place.grade && !academic.some(({ year }) => year === place.year))
    rows.push({
      ...{ organizationId, id: newId(), studentId, school },
      ...{ year: place.year, grade: place.grade, section: place.section ?? "", result: "withdrawn" },
    });
  if (rows.length > 0) await tx.db.insert(academicRecords).values(rows);
}

async function writeAttendance(
  tx: TenantTx,
  studentId: string,
  attendance: SentRecord["attendance"],
): Promise<void> {
  const { organizationId } = tx.actor;
  if (attendance.length === 0) return;
  await tx.db.insert(attendanceDays).values(
    attendance.map((day) => ({
      ...day,
      // Who marked it is no member of this school: their name stays.
      ...{ organizationId, id: newId(), studentId, recordedByUserId: null },
      ...{ createdAt: undefined, updatedAt: undefined },
    })),
  );
}

async function writeHealth(
  tx: TenantTx,
  studentId: string,
  { record, vaccinations: doses }: SentRecord["health"],
): Promise<void> {
  const { organizationId } = tx.actor;
  if (record)
    await tx.db.insert(healthRecords).values({
      ...record,
      ...{ organizationId, id: newId(), studentId, imported: {} },
      ...{ createdAt: undefined, updatedAt: undefined },
    });
  if (doses.length > 0)
    await tx.db.insert(vaccinations).values(
      doses.map((dose) => ({
        ...dose,
        ...{ organizationId, id: newId(), studentId, createdAt: undefined, updatedAt: undefined },
      })),
    );
}

async function writeDiscipline(
  tx: TenantTx,
  studentId: string,
  discipline: SentRecord["discipline"],
): Promise<void> {
  const { organizationId } = tx.actor;
  if (discipline.length === 0) return;
  await tx.db.insert(incidents).values(
    discipline.map((incident) => ({
      ...incident,
      // Who saw it is no member of this school: their name stays.
      ...{ organizationId, id: newId(), studentId, reportedByUserId: null },
      ...{ createdAt: undefined, updatedAt: undefined },
    })),
  );
}
