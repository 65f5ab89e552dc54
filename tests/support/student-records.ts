import type { OperatorTx } from "@/db/operator";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { academicYears, grades, rollovers, sections, subjects, terms } from "@/db/schema/tenant/academics";
import {
  counters,
  importMappings,
  studentImportChanges,
  studentImportRows,
  studentImports,
} from "@/db/schema/tenant/student-imports";
import {
  academicRecords,
  attendanceDays,
  incidents,
  studentDocuments,
  vaccinations,
} from "@/db/schema/tenant/student-records";
import {
  authorizedPersons,
  guardians,
  healthRecords,
  recordMerges,
  rolloverStudents,
  studentGuardians,
  studentStatuses,
  students,
} from "@/db/schema/tenant/students";
import { newId } from "@/lib/ids";
import { searchKey, sortKey } from "@/lib/text-keys";
import { createToken, hashToken } from "@/lib/tokens";
import type { TestSchool } from "./schools";

/** Numbers that no other record of a run has. */
let next = 30_000_000;
const cedula = () => `V${++next}`;

/**
 * A school's structure and one whole record, with a row of its own in every table about students: `tx` has entered the
 * school's placement. Words of it occur nowhere else.
 */
export async function addStudentRecords(tx: OperatorTx, school: Pick<TestSchool, "id" | "people">) {
  const { id: organizationId, people } = school;
  const own = { organizationId };
  const ids = {
    yearId: newId(),
    nextYearId: newId(),
    emptyYearId: newId(),
    termId: newId(),
    gradeId: newId(),
    nextGradeId: newId(),
    sectionId: newId(),
    otherSectionId: newId(),
    subjectId: newId(),
    studentId: newId(),
    twinId: newId(),
    mergedStudentId: newId(),
    statusChangeId: newId(),
    guardianId: newId(),
    twinGuardianId: newId(),
    guardianLinkId: newId(),
    otherLinkId: newId(),
    authorizedId: newId(),
    academicRecordId: newId(),
    incidentId: newId(),
    attendanceId: newId(),
    vaccinationId: newId(),
    documentId: newId(),
    importId: newId(),
    importRowId: newId(),
    doneImportId: newId(),
    rolloverId: newId(),
    openRolloverId: newId(),
    mergeId: newId(),
    studentTransferId: newId(),
  };
  const { token: transferToken, hash: transferHash } = createToken();
  const person = (id: string, firstNames: string, lastNames: string, number: string) => ({
    ...{ ...own, id, firstNames, lastNames, cedula: number },
    sortKey: sortKey(`${lastNames} ${firstNames}`),
    searchKey: searchKey(`${firstNames} ${lastNames} ${number}`),
  });
  const word = `Canaima ${ids.studentId.slice(-8)}`;
  const year = { ...own, startsOn: "2025-09-15", endsOn: "2026-07-31" };
  await tx.db.insert(academicYears).values([
    { ...year, id: ids.yearId, name: "2025-2026", isCurrent: true },
    { ...year, id: ids.nextYearId, name: "2026-2027", startsOn: "2026-09-15", endsOn: "2027-07-31" },
    { ...year, id: ids.emptyYearId, name: "2024-2025", startsOn: "2024-09-15", endsOn: "2025-07-31" },
  ]);
  await tx.db
    .insert(terms)
    .values({ ...year, id: ids.termId, yearId: ids.yearId, position: 1, name: "Lapso 1" });
  await tx.db.insert(grades).values([
    {
      ...own,
      id: ids.gradeId,
      position: 1,
      name: "1er Grado",
      sortKey: sortKey("1er Grado"),
      level: "primary",
    },
    {
      ...own,
      id: ids.nextGradeId,
      position: 2,
      name: "2do Grado",
      sortKey: sortKey("2do Grado"),
      level: "primary",
    },
  ]);
  const { yearId, gradeId, sectionId, studentId, guardianId } = ids;
  await tx.db.insert(sections).values([
    { ...own, id: sectionId, yearId, gradeId, name: "A", guideUserId: people.COACH.id },
    { ...own, id: ids.otherSectionId, yearId, gradeId, name: "B" },
  ]);
  await tx.db
    .insert(subjects)
    .values({ ...own, id: ids.subjectId, name: `Ajedrez ${word}`, sortKey: sortKey(`Ajedrez ${word}`) });
  const base = { gender: "female", birthDate: "2017-03-12", yearId, gradeId, sectionId } as const;
  await tx.db.insert(students).values([
    {
      ...person(studentId, "Nahia", word, cedula()),
      ...base,
      code: `C-${studentId.slice(-8)}`,
      userId: people.STUDENT.id,
    },
    { ...person(ids.twinId, "Naia", word, cedula()), ...base, code: `C-${ids.twinId.slice(-8)}` },
  ]);
  await tx.db.insert(students).values({
    ...{ ...person(ids.mergedStudentId, "Nahía", word, cedula()), ...base },
    ...{ code: `C-${ids.mergedStudentId.slice(-8)}`, mergedIntoId: studentId },
  });
  await tx.db.insert(studentStatuses).values([
    { ...own, id: newId(), studentId, status: "inactive", since: "2025-07-01", recordedBy: word },
    { ...own, id: ids.statusChangeId, studentId, status: "active", since: "2025-09-15", recordedBy: word },
  ]);
  await tx.db.insert(healthRecords).values({
    ...own,
    id: newId(),
    studentId,
    bloodType: "O+",
    allergies: `Maní ${word}`,
    conditions: `Asma ${word}`,
  });
  await tx.db.insert(guardians).values([
    { ...person(guardianId, "Olga", word, cedula()), monthlyIncome: 1234.5, userId: people.PARENT.id },
    {
      ...person(ids.twinGuardianId, "Olga María", word, cedula()),
      email: `${ids.twinGuardianId}@people.example`,
    },
  ]);
  await tx.db.insert(studentGuardians).values([
    {
      ...{ ...own, id: ids.guardianLinkId, studentId, guardianId },
      ...{ type: "primary", relationship: "mother", isPrimaryContact: true, mayPickUp: true },
    },
    {
      ...{ ...own, id: ids.otherLinkId, studentId, guardianId: ids.twinGuardianId },
      ...{ type: "secondary", relationship: "aunt" },
    },
  ]);
  await tx.db.insert(authorizedPersons).values({
    ...{ ...own, id: ids.authorizedId, studentId, place: 1 },
    ...{ firstNames: "Petra", lastNames: word, relationship: "aunt" },
  });
  await tx.db.insert(academicRecords).values({
    ...{ ...own, id: ids.academicRecordId, studentId },
    ...{ year: "2024-2025", grade: "Preescolar", school: word, result: "promoted" },
  });
  await tx.db.insert(incidents).values({
    ...{ ...own, id: ids.incidentId, studentId, kind: "conduct", severity: "minor" },
    ...{ occurredOn: "2026-01-20", reportedBy: people.COACH.name, reportedByUserId: people.COACH.id },
    description: `Habló en clase ${word}`,
  });
  await tx.db.insert(attendanceDays).values({
    ...{ ...own, id: ids.attendanceId, studentId, day: "2026-01-21", mark: "late" },
    ...{ recordedBy: people.COACH.name, recordedByUserId: people.COACH.id, reason: `Autobús ${word}` },
  });
  await tx.db
    .insert(vaccinations)
    .values({ ...own, id: ids.vaccinationId, studentId, vaccine: `BCG ${word}` });
  await tx.db.insert(studentDocuments).values({
    ...{
      ...own,
      id: ids.documentId,
      studentId,
      kind: "other",
      name: `${word}.pdf`,
      mediaType: "application/pdf",
    },
    ...{
      byteSize: 4,
      storageKey: `schools/${organizationId}/students/${studentId}/documents/${ids.documentId}.pdf`,
    },
  });
  const columns = {
    ...{ "student.grade": "1er Grado", "student.section": "A", "student.lastNames": word },
    ...{ "student.firstNames": "Nahia", "student.cedula": cedula(), "student.gender": "F" },
    "student.birthDate": "12/03/2017",
  };
  await tx.db.insert(studentImports).values({
    ...{ ...own, id: ids.importId, fileName: `${word}.xlsx`, byteSize: 4, format: "xlsx" },
    ...{ state: "checked", checkedAt: new Date(), createdBy: people.ORG_ADMIN.name, rowCount: 1 },
    ...{ headers: Object.keys(columns), mapping: Object.keys(columns), sheet: "Matrícula", headerRow: 2 },
    layout: {
      sheets: [{ name: "Matrícula", lastRow: 4, headerRow: 2, titles: [{ row: 1, text: word }] }],
      ...{ found: { sheet: "Matrícula", headerRow: 2, signature: hashToken(word) }, chosen: null },
    },
  });
  await tx.db.insert(studentImports).values({
    ...{ ...own, id: ids.doneImportId, fileName: `${word}.csv`, byteSize: 4, format: "csv", state: "done" },
    ...{ createdBy: people.ORG_ADMIN.name, finishedAt: new Date(Date.now() - 60_000) },
  });
  await tx.db.insert(studentImportRows).values({
    ...{ ...own, id: ids.importRowId, importId: ids.importId, rowNumber: 4, studentId },
    ...{ cells: Object.values(columns), verdict: "changed", name: word },
    changes: [{ field: "student.address", before: null, after: word, conflict: false }],
  });
  await tx.db.insert(studentImportChanges).values({
    ...{ ...own, id: newId(), importId: ids.importId, rowNumber: 4, studentId },
    ...{ entity: "student", entityId: studentId, field: "address", before: "", after: word },
  });
  await tx.db
    .insert(importMappings)
    .values({ ...own, id: newId(), signature: hashToken(word), mapping: ["student.firstNames"] });
  await tx.db.insert(counters).values({ ...own, id: newId(), name: `student-code ${word}`, value: 2 });
  await tx.db.insert(rollovers).values([
    {
      ...{ ...own, id: ids.rolloverId, fromYearId: yearId, toYearId: ids.nextYearId, doneBy: word },
      undoneAt: new Date(),
    },
    // The other way round, without anybody: it can be taken back.
    { ...own, id: ids.openRolloverId, fromYearId: ids.nextYearId, toYearId: yearId, doneBy: word },
  ]);
  await tx.db.insert(rolloverStudents).values({
    ...{ ...own, id: newId(), rolloverId: ids.rolloverId, studentId, outcome: "promoted" },
    ...{ before: { sectionId }, after: { sectionId } },
  });
  await tx.db.insert(recordMerges).values({
    ...{ ...own, id: ids.mergeId, kind: "student", keptId: studentId, mergedId: ids.mergedStudentId },
    ...{ before: {}, doneBy: word },
  });
  await tx.db.insert(studentTransfers).values({
    ...{
      ...own,
      id: ids.studentTransferId,
      toOrganizationId: newId(),
      studentId: ids.twinId,
      studentName: word,
    },
    ...{ fromSchoolName: word, toSchoolName: "Otra escuela", sections: ["profile"], guardianName: "Olga" },
    ...{ lastDay: "2026-03-13", requestedByUserId: people.ORG_ADMIN.id },
    ...{ guardianEmail: `${ids.guardianId}@canary.example`, tokenHash: transferHash },
    ...{ requestedBy: people.ORG_ADMIN.name, expiresAt: new Date(Date.now() + 86_400_000) },
  });
  return { ...ids, transferToken, word };
}

/** A second record of the student of `addStudentRecords`, from another form: withdrawn, and without a place. */
export async function addDuplicate(
  tx: OperatorTx,
  { id: organizationId }: Pick<TestSchool, "id">,
  { word }: { word: string },
): Promise<string> {
  const id = newId();
  await tx.db.insert(students).values({
    ...{ organizationId, id, code: `C-${id.slice(-8)}`, status: "inactive", cedula: cedula() },
    ...{ firstNames: "Nahia", lastNames: word, gender: "female", birthDate: "2017-03-12" },
    ...{ sortKey: sortKey(`${word} Nahia`), searchKey: searchKey(`Nahia ${word}`) },
  });
  return id;
}
