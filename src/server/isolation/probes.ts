import { RECORD_SECTIONS } from "@/domain/student-export-list";
import type { appRouter } from "../root";

/** What one school has that another might try to reach: ids, a link, and words that occur nowhere else. */
export type ProbeTarget = {
  organizationId: string;
  slug: string;
  schoolName: string;
  /** The school that runs the platform. */
  masterId: string;
  /** Another school, deleted a moment ago. */
  deletedOrganizationId: string;
  /** Its own domain, verified. */
  domainHost: string;
  /** The logo that it had before. */
  logoId: string;
  userId: string;
  goneUserId: string;
  coachId: string;
  /** May lead a class too. */
  adminId: string;
  /** Attended the class until they were withdrawn. */
  withdrawnUserId: string;
  classId: string;
  otherClassId: string;
  archivedClassId: string;
  viewId: string;
  apiKeyId: string;
  pendingInvitationId: string;
  batchId: string;
  eventId: string;
  sessionId: string;
  email: string;
  password: string;
  invitationToken: string;
  /** An invitation of another school to join, and one that was revoked. */
  schoolInvitationId: string;
  revokedSchoolInvitationId: string;
  /** Lets that other school join. */
  joinToken: string;
  /** Let this one join. */
  joinedToken: string;
  /** Confirms an address that registered. */
  accountToken: string;
  /** Lets the school's admin choose a new password. */
  resetToken: string;
  /** Leads the school's admin from the platform's address to the school's. */
  handOffToken: string;
  /** Confirms, for the present address of the school's admin, that it makes way for another. */
  emailChangeToken: string;
  /** The school's years, grades and sections, and one whole record of a student (`tests/support/student-records.ts`). */
  yearId: string;
  nextYearId: string;
  /** Nothing belongs to it. */
  emptyYearId: string;
  termId: string;
  gradeId: string;
  nextGradeId: string;
  sectionId: string;
  /** Of the same grade and year. */
  otherSectionId: string;
  subjectId: string;
  /** Linked to the school's STUDENT. */
  studentId: string;
  /** A namesake with a code and cédula of their own. */
  twinId: string;
  /** Merged into the first. */
  mergedStudentId: string;
  /** The first once more, from another form: likely to be merged. */
  duplicateId: string;
  /** By which the first student is enrolled, after another status. */
  statusChangeId: string;
  /** Linked to the school's PARENT, and guardian of the first. */
  guardianId: string;
  /** With an address, and no account. */
  twinGuardianId: string;
  /** A PARENT who is linked to no record. */
  freeParentId: string;
  /** Its first guardian, whom the school calls, and its second. */
  guardianLinkId: string;
  otherLinkId: string;
  authorizedId: string;
  academicRecordId: string;
  incidentId: string;
  attendanceId: string;
  vaccinationId: string;
  documentId: string;
  /** Checked, and not applied. */
  importId: string;
  importRowId: string;
  /** Done, and not undone. */
  doneImportId: string;
  /** Taken back. */
  rolloverId: string;
  /** Can be taken back. */
  openRolloverId: string;
  mergeId: string;
  /** Waits for the guardian, who holds `transferToken`. */
  studentTransferId: string;
  transferToken: string;
  /** Comes from another school, with a guardian's yes. */
  incomingTransferId: string;
  /** Of the school that it comes from. */
  otherSlug: string;
  /** Family name of every person of the record. */
  studentWord: string;
};

/**
 * How a procedure is tried: `input` names things of the target.
 *
 * - `missing`: their own admin succeeds with it; ours gets NOT_FOUND, word for word as for things that do not exist.
 * - `unseen`: ours may succeed, but nothing of theirs is in the answer. `shown` says that their own admin does see it.
 * - `platform`: an ORG_ADMIN is refused, ADMIN succeeds.
 * - `capability`: whoever holds the token may; without it there is nothing.
 *
 * In each case not one row of theirs changes when ours tries.
 */
export type Probe = {
  expect: "missing" | "unseen" | "platform" | "capability";
  input?: (target: ProbeTarget) => unknown;
  shown?: true;
  /** Whom it belongs to where that is not the school's admin. */
  by?: "PARENT" | "STUDENT";
};

type Paths<Procedures> = {
  [Key in keyof Procedures & string]: Procedures[Key] extends { _def: { $types: unknown } }
    ? Key
    : `${Key}.${Paths<Procedures[Key]>}`;
}[keyof Procedures & string];

/** `user.list`, `class.get`, …: a procedure without a probe does not compile. */
export type ProcedurePath = Paths<(typeof appRouter)["_def"]["record"]>;

const user = ({ userId }: ProbeTarget) => ({ ids: [userId] });
const ofClass = ({ classId }: ProbeTarget) => ({ id: classId });
const ofGuardian = ({ guardianId }: ProbeTarget) => ({ id: guardianId });
const ofLink = ({ guardianLinkId }: ProbeTarget) => ({ linkId: guardianLinkId });
const ofStudent = ({ studentId }: ProbeTarget) => ({ id: studentId });
const recordOf = ({ studentId }: ProbeTarget) => ({ studentId });
const studentRecord = ({ studentId }: ProbeTarget) => ({ kind: "student", id: studentId });
const twinGuardian = ({ twinGuardianId }: ProbeTarget) => ({ kind: "guardian", id: twinGuardianId });
const studentsOf = ({ studentId }: ProbeTarget) => ({ studentIds: [studentId] });
const ofRecord = ({ academicRecordId }: ProbeTarget) => ({ id: academicRecordId });
const ofIncident = ({ incidentId }: ProbeTarget) => ({ id: incidentId });
const ofAttendance = ({ attendanceId }: ProbeTarget) => ({ id: attendanceId });
const ofDocument = ({ documentId }: ProbeTarget) => ({ id: documentId });
const documents = ({ documentId }: ProbeTarget) => ({ ids: [documentId] });
const incident = {
  ...{ kind: "other", severity: "minor", occurredOn: "2026-01-30", reportedBy: "", description: "Probe" },
  ...{ actionTaken: "", followUp: "", parentInformedOn: null },
};
const academicYear = {
  ...{ year: "2023-2024", grade: "Probe", section: "", school: "", average: 18.5, literal: "" },
  ...{ result: "promoted", notes: "" },
};
const student = ({ classId, userId }: ProbeTarget) => ({ id: classId, userIds: [userId] });
const invitation = ({ pendingInvitationId }: ProbeTarget) => ({ id: pendingInvitationId });
const transfer = ({ organizationId, userId, masterId }: ProbeTarget) => ({
  organizationId,
  userId,
  toOrganizationId: masterId,
});
const emailChange = ({ emailChangeToken }: ProbeTarget) => ({ token: emailChangeToken });
const schoolInvitation = ({ schoolInvitationId }: ProbeTarget) => ({ id: schoolInvitationId });
const schools = ({ organizationId }: ProbeTarget) => ({
  text: `name,contact\nProbe,probe-${organizationId}@schools.example`,
});
const ofTransfer = ({ studentTransferId }: ProbeTarget) => ({ id: studentTransferId });
const arrival = ({ incomingTransferId, yearId, gradeId, sectionId }: ProbeTarget) => ({
  ...{ id: incomingTransferId, yearId, gradeId, sectionId },
});
const studentImport = ({ importId }: ProbeTarget) => ({ id: importId });
const batch = ({ batchId }: ProbeTarget) => ({ id: batchId });
const list = ({ email, classId }: ProbeTarget) => ({ text: `probe-${email}`, role: "STUDENT", classId });

const PROBE_YEAR = { name: "Probe", startsOn: "2030-09-15", endsOn: "2031-07-31", terms: [] };

const pair = ({ studentId, duplicateId }: ProbeTarget) => ({
  ...{ kind: "student", keptId: studentId, mergedId: duplicateId },
});
const rollover = ({ yearId, twinId }: ProbeTarget) => ({
  ...{ fromYearId: yearId, to: PROBE_YEAR },
  heldBack: [twinId],
});

/** The smallest picture. */
const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export const PROBES: Record<ProcedurePath, Probe> = {
  "academics.get": { expect: "unseen", shown: true, input: () => ({}) },
  "academics.options": { expect: "unseen", shown: true, input: () => ({}) },
  "account.preferences": { expect: "unseen" },
  "account.signedOutSchool": { expect: "unseen" },
  "account.register": {
    expect: "unseen",
    input: ({ email, password }) => ({ name: "Probe", email, password, locale: "en" }),
  },
  "account.verifyEmail": {
    expect: "capability",
    input: ({ accountToken, password }) => ({ token: accountToken, password }),
  },
  "account.requestPasswordReset": { expect: "unseen", input: ({ email }) => ({ email }) },
  "account.resetPassword": {
    expect: "capability",
    input: ({ resetToken }) => ({ token: resetToken, password: "Otra clave segura 9" }),
  },
  "account.changePassword": {
    expect: "unseen",
    input: ({ password }) => ({ currentPassword: password, newPassword: "Otra clave segura 9" }),
  },
  "account.profile": { expect: "unseen", shown: true },
  "account.updateProfile": { expect: "unseen", input: () => ({ name: "Probe", phone: "+58 241 555 0100" }) },
  "account.setPhoto": { expect: "unseen", input: () => ({ content: PIXEL }) },
  "account.removePhoto": { expect: "unseen" },
  "account.emailChange": { expect: "unseen" },
  "account.requestEmailChange": {
    expect: "unseen",
    input: ({ email, password }) => ({ email, password }),
  },
  "account.resendEmailChange": { expect: "unseen" },
  "account.cancelEmailChange": { expect: "unseen" },
  "account.openHandOff": { expect: "capability", input: ({ handOffToken }) => ({ token: handOffToken }) },
  "account.openEmailChange": { expect: "capability", input: emailChange },
  "account.confirmEmailChange": { expect: "capability", input: emailChange },
  "account.stopEmailChange": { expect: "capability", input: emailChange },
  "account.notices": { expect: "unseen" },
  "account.updateNotices": { expect: "unseen", input: () => ({ membership: false }) },
  "account.exportData": { expect: "unseen", shown: true },
  "account.updatePreferences": { expect: "unseen", input: () => ({ theme: "dark" }) },
  "apiKey.list": { expect: "unseen", shown: true },
  "apiKey.create": {
    expect: "unseen",
    input: () => ({ name: "Probe", permissions: ["user:list"], days: 30 }),
  },
  "apiKey.revoke": { expect: "missing", input: ({ apiKeyId }) => ({ id: apiKeyId }) },
  "search.find": { expect: "unseen", shown: true, input: ({ email }) => ({ query: email }) },
  "session.list": { expect: "unseen" },
  "session.revoke": { expect: "missing", input: ({ sessionId }) => ({ id: sessionId }) },
  "session.revokeOthers": { expect: "unseen" },
  "session.revokeAll": { expect: "unseen" },
  "studentTransfer.prepare": {
    expect: "missing",
    input: ({ studentId }) => ({ studentId }),
  },
  "studentTransfer.findSchool": { expect: "unseen", input: ({ otherSlug }) => ({ address: otherSlug }) },
  "studentTransfer.request": {
    expect: "missing",
    input: ({ studentId, otherSlug }) => ({
      ...{ studentId, address: otherSlug, sections: ["family", "health"], lastDay: "2026-03-13" },
      ...{ guardian: { name: "Probe", email: "probe@people.example" }, locale: "es" },
    }),
  },
  "studentTransfer.resend": { expect: "missing", input: ofTransfer },
  "studentTransfer.withdraw": { expect: "missing", input: ofTransfer },
  "studentTransfer.list": { expect: "unseen", shown: true, input: () => ({ direction: "outgoing" }) },
  "studentTransfer.counts": { expect: "unseen" },
  "studentTransfer.get": { expect: "missing", input: ofTransfer },
  "studentTransfer.previewAcceptance": { expect: "missing", input: arrival },
  "studentTransfer.accept": {
    expect: "missing",
    input: (target) => ({ ...arrival(target), enteredOn: "2026-03-16" }),
  },
  "studentTransfer.decline": {
    expect: "missing",
    input: ({ incomingTransferId }) => ({ id: incomingTransferId, reason: "No seat" }),
  },
  "studentTransfer.open": {
    expect: "capability",
    input: ({ transferToken }) => ({ token: transferToken }),
  },
  "studentTransfer.answer": {
    expect: "capability",
    input: ({ transferToken }) => ({ token: transferToken, answer: "refuse" }),
  },
  "user.list": { expect: "unseen", shown: true, input: ({ classId }) => ({ classId }) },
  "user.counts": { expect: "unseen", input: ({ classId }) => ({ classId }) },
  "user.get": { expect: "missing", input: ({ userId }) => ({ id: userId }) },
  "user.export": { expect: "unseen", shown: true, input: ({ classId }) => ({ classId }) },
  "user.setRole": { expect: "missing", input: (target) => ({ ...user(target), role: "PARENT" }) },
  "user.suspend": { expect: "missing", input: user },
  "user.reactivate": { expect: "missing", input: user },
  "user.previewRemoval": { expect: "missing", input: user },
  "user.remove": { expect: "missing", input: user },
  "user.restore": { expect: "missing", input: ({ goneUserId }) => ({ ids: [goneUserId] }) },
  "class.mine": { expect: "unseen" },
  "class.options": { expect: "unseen", shown: true },
  "class.list": { expect: "unseen", shown: true, input: ({ coachId }) => ({ coachId }) },
  "class.counts": { expect: "unseen", input: ({ coachId }) => ({ coachId }) },
  "class.facets": { expect: "unseen", shown: true },
  "class.get": { expect: "missing", input: ofClass },
  "class.roster": { expect: "missing", input: ofClass },
  "class.exportRoster": { expect: "missing", input: (target) => ({ ...ofClass(target), format: "csv" }) },
  "class.waitingList": { expect: "missing", input: ofClass },
  "class.former": { expect: "missing", input: ofClass },
  "class.history": { expect: "missing", input: ofClass },
  "class.findStudents": { expect: "missing", input: (target) => ({ ...ofClass(target), search: "student" }) },
  "class.findCoaches": { expect: "missing", input: ({ classId }) => ({ search: "", classId }) },
  "class.readFile": {
    expect: "unseen",
    input: () => ({ content: Buffer.from("email\nprobe@example.com").toString("base64") }),
  },
  "class.previewEnrollment": { expect: "missing", input: student },
  "class.previewArchive": { expect: "missing", input: ({ classId }) => ({ ids: [classId] }) },
  "class.create": { expect: "unseen", input: ({ coachId }) => ({ name: "Probe", leadId: coachId }) },
  "class.update": { expect: "missing", input: (target) => ({ ...ofClass(target), name: "Probe" }) },
  "class.archive": { expect: "missing", input: ({ classId }) => ({ ids: [classId] }) },
  "class.restore": { expect: "missing", input: ({ archivedClassId }) => ({ ids: [archivedClassId] }) },
  "class.duplicate": {
    expect: "missing",
    input: (target) => ({ ...ofClass(target), name: "Probe", withCoaches: true, withStudents: true }),
  },
  "class.enroll": { expect: "missing", input: student },
  "class.withdraw": { expect: "missing", input: (target) => ({ ...student(target), on: "2026-01-30" }) },
  "class.reinstate": {
    expect: "missing",
    input: ({ classId, withdrawnUserId }) => ({ id: classId, userIds: [withdrawnUserId] }),
  },
  "class.move": {
    expect: "missing",
    input: ({ classId, otherClassId, userId }) => ({
      fromId: classId,
      toId: otherClassId,
      userIds: [userId],
      on: "2026-01-30",
    }),
  },
  "class.addCoaches": {
    expect: "missing",
    input: ({ classId, adminId }) => ({ id: classId, userIds: [adminId] }),
  },
  "class.setLead": { expect: "missing", input: ({ classId, adminId }) => ({ id: classId, userId: adminId }) },
  "class.removeCoach": {
    expect: "missing",
    input: ({ classId, coachId, adminId }) => ({ id: classId, userId: coachId, newLeadId: adminId }),
  },
  "academicRecord.list": { expect: "missing", input: recordOf },
  "academicRecord.add": { expect: "missing", input: (target) => ({ ...recordOf(target), ...academicYear }) },
  "academicRecord.update": {
    expect: "missing",
    input: (target) => ({ ...ofRecord(target), notes: "Probe" }),
  },
  "academicRecord.remove": { expect: "missing", input: ofRecord },
  "academicRecord.restore": {
    expect: "missing",
    input: (target) => ({ ...recordOf(target), ...ofRecord(target) }),
  },
  "document.list": { expect: "missing", input: recordOf },
  "document.download": { expect: "missing", input: ofDocument },
  "document.upload": {
    expect: "missing",
    input: (target) => ({
      ...recordOf(target),
      kind: "other",
      name: "Probe",
      content: new Uint8Array(Buffer.from(PIXEL, "base64")),
    }),
  },
  "document.update": { expect: "missing", input: (target) => ({ ...ofDocument(target), name: "Probe" }) },
  "document.remove": { expect: "missing", input: documents },
  "document.restore": { expect: "missing", input: documents },
  "health.get": { expect: "missing", input: recordOf },
  "health.care": { expect: "missing", input: recordOf },
  "health.own": { expect: "unseen", shown: true, by: "STUDENT" },
  "health.update": { expect: "missing", input: (target) => ({ ...recordOf(target), medication: "Probe" }) },
  "health.addVaccination": {
    expect: "missing",
    input: (target) => ({ ...recordOf(target), vaccine: "Probe", dose: "", givenOn: null, notes: "" }),
  },
  "health.updateVaccination": {
    expect: "missing",
    input: ({ vaccinationId }) => ({ id: vaccinationId, vaccine: "Probe" }),
  },
  "health.removeVaccination": { expect: "missing", input: ({ vaccinationId }) => ({ id: vaccinationId }) },
  "attendance.list": { expect: "missing", input: recordOf },
  "attendance.record": {
    expect: "missing",
    input: (target) => ({ ...recordOf(target), day: "2026-01-29", mark: "absent", reason: "" }),
  },
  "attendance.update": {
    expect: "missing",
    input: (target) => ({ ...ofAttendance(target), mark: "excused" }),
  },
  "attendance.remove": { expect: "missing", input: ofAttendance },
  "incident.list": { expect: "missing", input: recordOf },
  "incident.report": { expect: "missing", input: (target) => ({ ...recordOf(target), ...incident }) },
  "incident.update": { expect: "missing", input: (target) => ({ ...ofIncident(target), followUp: "Probe" }) },
  "incident.void": { expect: "missing", input: ofIncident },
  "incident.restore": { expect: "missing", input: ofIncident },
  "student.list": {
    expect: "unseen",
    shown: true,
    input: ({ sectionId }) => ({ sectionIds: [sectionId] }),
  },
  "student.counts": { expect: "unseen", input: ({ sectionId }) => ({ sectionIds: [sectionId] }) },
  "student.export": {
    expect: "unseen",
    shown: true,
    input: ({ sectionId }) => ({ sectionIds: [sectionId] }),
  },
  "student.options": { expect: "unseen" },
  "student.get": { expect: "missing", input: ofStudent },
  "student.statuses": { expect: "missing", input: ofStudent },
  "student.brief": { expect: "missing", input: ofStudent },
  "student.mine": { expect: "unseen", shown: true, by: "PARENT" },
  "student.history": { expect: "missing", input: ofStudent },
  "student.family": { expect: "missing", input: ofStudent },
  "student.create": {
    expect: "missing",
    input: ({ sectionId }) => ({
      firstNames: "Probe",
      lastNames: "Probe",
      gender: "female",
      birthDate: "2017-03-12",
      sectionId,
    }),
  },
  "student.update": { expect: "missing", input: (target) => ({ ...ofStudent(target), address: "Probe" }) },
  "student.photo": { expect: "missing", input: ofStudent },
  "student.setPhoto": { expect: "missing", input: (target) => ({ ...ofStudent(target), content: PIXEL }) },
  "student.removePhoto": { expect: "missing", input: ofStudent },
  "student.setStatus": {
    expect: "missing",
    input: ({ studentId }) => ({ ids: [studentId], status: "inactive", since: "2026-01-30" }),
  },
  "student.undoStatus": {
    expect: "missing",
    input: ({ statusChangeId }) => ({ changeIds: [statusChangeId] }),
  },
  "student.move": {
    expect: "missing",
    input: ({ studentId, otherSectionId }) => ({ ids: [studentId], sectionId: otherSectionId }),
  },
  "student.restorePlaces": {
    expect: "missing",
    input: ({ studentId, yearId, gradeId, sectionId }) => ({
      places: [{ id: studentId, from: sectionId, yearId, gradeId, sectionId, listNumber: 7 }],
    }),
  },
  "student.renumbering": { expect: "missing", input: ({ sectionId }) => ({ sectionId }) },
  "student.renumber": { expect: "missing", input: ({ sectionId }) => ({ sectionId }) },
  "guardian.get": { expect: "missing", input: ofGuardian },
  "guardian.find": {
    expect: "unseen",
    shown: true,
    input: ({ studentWord }) => ({ search: studentWord }),
  },
  "guardian.income": { expect: "missing", input: ofGuardian },
  "guardian.update": {
    expect: "missing",
    input: (target) => ({ ...ofGuardian(target), occupation: "Probe" }),
  },
  "guardian.setIncome": {
    expect: "missing",
    input: (target) => ({ ...ofGuardian(target), monthlyIncome: 7 }),
  },
  "guardian.add": {
    expect: "missing",
    input: ({ twinId, twinGuardianId }) => ({
      studentId: twinId,
      guardianId: twinGuardianId,
      type: "secondary",
      relationship: "aunt",
    }),
  },
  "guardian.updateLink": {
    expect: "missing",
    input: ({ guardianLinkId }) => ({ linkId: guardianLinkId, type: "secondary", mayPickUp: false }),
  },
  "guardian.setPrimaryContact": { expect: "missing", input: ({ otherLinkId }) => ({ linkId: otherLinkId }) },
  "guardian.remove": { expect: "missing", input: ofLink },
  "guardian.saveAuthorized": {
    expect: "missing",
    input: ({ studentId }) => ({ studentId, place: 2, firstNames: "Probe" }),
  },
  "guardian.removeAuthorized": { expect: "missing", input: ({ authorizedId }) => ({ id: authorizedId }) },
  "recordAccount.get": { expect: "missing", input: studentRecord },
  "recordAccount.find": { expect: "missing", input: twinGuardian },
  "recordAccount.link": {
    expect: "missing",
    input: (target) => ({ ...twinGuardian(target), userId: target.freeParentId }),
  },
  "recordAccount.unlink": {
    expect: "missing",
    input: (target) => ({ ...studentRecord(target), userId: target.userId }),
  },
  "recordAccount.invite": {
    expect: "missing",
    input: (target) => ({ ...twinGuardian(target), email: "probe@probe.example" }),
  },
  "recordAccount.previewGuardians": { expect: "missing", input: studentsOf },
  "recordAccount.inviteGuardians": { expect: "missing", input: studentsOf },
  "dashboard.get": { expect: "unseen" },
  "dashboard.trends": { expect: "unseen", input: () => ({ range: "12m" }) },
  "dashboard.coach": { expect: "unseen" },
  "domain.list": { expect: "unseen", shown: true },
  "domain.add": { expect: "unseen", input: () => ({ host: "probe.example" }) },
  "domain.verify": { expect: "missing", input: ({ domainHost }) => ({ host: domainHost }) },
  "domain.makePrimary": { expect: "missing", input: ({ domainHost }) => ({ host: domainHost }) },
  "domain.remove": { expect: "missing", input: ({ domainHost }) => ({ host: domainHost }) },
  "view.list": { expect: "unseen", shown: true, input: () => ({ screen: "classes" }) },
  "view.create": {
    expect: "unseen",
    input: () => ({ screen: "classes", name: "Probe", query: "state=active" }),
  },
  "view.update": { expect: "missing", input: ({ viewId }) => ({ id: viewId, name: "Probe" }) },
  "view.remove": { expect: "missing", input: ({ viewId }) => ({ id: viewId }) },
  "organization.get": { expect: "unseen", shown: true },
  "organization.public": { expect: "capability", input: ({ slug }) => ({ slug }) },
  "organization.settings": { expect: "unseen", shown: true },
  "organization.setLogo": { expect: "unseen", input: () => ({ content: PIXEL }) },
  "organization.removeLogo": { expect: "unseen" },
  "organization.restoreLogo": { expect: "missing", input: ({ logoId }) => ({ id: logoId }) },
  "organization.checkSlug": { expect: "unseen", input: ({ slug }) => ({ slug }) },
  "organization.changeSlug": { expect: "unseen", input: ({ slug }) => ({ slug }) },
  "organization.handOver": {
    expect: "missing",
    input: ({ userId, schoolName }) => ({ userId, stay: true, confirm: schoolName }),
  },
  "organization.leave": { expect: "unseen", input: ({ schoolName }) => ({ confirm: schoolName }) },
  "organization.update": { expect: "unseen", input: () => ({ description: "Probe" }) },
  "organization.statistics": { expect: "unseen" },
  "audit.list": { expect: "unseen", shown: true, input: () => ({}) },
  "audit.recent": { expect: "unseen", shown: true, input: () => ({}) },
  "audit.get": { expect: "missing", input: ({ eventId }) => ({ id: eventId }) },
  "audit.actors": { expect: "unseen", shown: true, input: () => ({}) },
  "audit.export": { expect: "unseen", shown: true, input: () => ({}) },
  "studentImport.list": { expect: "unseen", shown: true, input: () => ({}) },
  "studentImport.get": { expect: "missing", input: studentImport },
  "studentImport.rows": { expect: "missing", input: studentImport },
  "studentImport.problems": { expect: "missing", input: studentImport },
  "studentImport.kept": { expect: "missing", input: studentImport },
  "studentImport.exportFailed": { expect: "missing", input: studentImport },
  "studentImport.showSensitive": {
    expect: "missing",
    input: (target) => ({ ...studentImport(target), rowNumber: 4, kinds: ["health"] }),
  },
  "studentImport.start": { expect: "missing", input: studentImport },
  "studentImport.cancel": { expect: "missing", input: studentImport },
  "studentImport.previewUndo": { expect: "missing", input: ({ doneImportId }) => ({ id: doneImportId }) },
  "studentImport.undo": { expect: "missing", input: ({ doneImportId }) => ({ id: doneImportId }) },
  "studentImport.upload": {
    expect: "unseen",
    input: () => ({ fileName: "probe.csv", content: Buffer.from("Nombre\nProbe").toString("base64") }),
  },
  "studentImport.check": { expect: "missing", input: studentImport },
  "studentImport.chooseTable": {
    expect: "missing",
    input: (target) => ({ ...studentImport(target), sheet: "Matrícula", headerRow: 3 }),
  },
  "studentImport.choose": {
    expect: "missing",
    input: (target) => ({ ...studentImport(target), take: false }),
  },
  "studentExport.options": { expect: "missing", input: ({ yearId }) => ({ yearId }) },
  "studentExport.record": {
    expect: "missing",
    input: ({ studentId }) => ({ id: studentId, sections: [...RECORD_SECTIONS], format: "json" }),
  },
  "studentExport.lists": {
    expect: "missing",
    input: ({ yearId, sectionId }) => ({ yearId, sectionIds: [sectionId], format: "csv" }),
  },
  "studentExport.form": {
    expect: "missing",
    input: ({ yearId, sectionId }) => ({
      ...{ yearId, sectionIds: [sectionId] },
      ...{ form: "initial", format: "xlsx" },
    }),
  },
  "studentExport.matricula": {
    expect: "missing",
    input: ({ yearId, sectionId }) => ({ yearId, sectionIds: [sectionId], health: true, income: true }),
  },
  "platformAudit.list": { expect: "platform", input: () => ({}) },
  "platformAudit.get": { expect: "platform", input: ({ eventId }) => ({ id: eventId }) },
  "platformAudit.actors": { expect: "platform", input: () => ({}) },
  "platformAudit.schools": { expect: "platform", input: () => ({}) },
  "platformAudit.export": { expect: "platform", input: () => ({}) },
  "platform.listOrganizations": { expect: "platform", input: () => ({}) },
  "platform.getOrganization": { expect: "platform", input: ({ organizationId }) => ({ organizationId }) },
  "platform.exportOrganizations": { expect: "platform", input: () => ({}) },
  "platform.school": { expect: "platform", input: ({ organizationId }) => ({ organizationId }) },
  "platform.people": { expect: "platform", input: ({ organizationId }) => ({ organizationId }) },
  "platform.person": {
    expect: "platform",
    input: ({ organizationId, userId }) => ({ organizationId, userId }),
  },
  "platform.classes": { expect: "platform", input: ({ organizationId }) => ({ organizationId }) },
  "platform.statistics": { expect: "platform" },
  "platform.exportEnrollment": { expect: "platform" },
  "platform.createOrganization": {
    expect: "platform",
    input: ({ organizationId }) => ({ name: "Probe", slug: `probe-${organizationId.slice(-12)}` }),
  },
  "platform.updateOrganization": {
    expect: "platform",
    input: ({ organizationId }) => ({ organizationId, description: "Probe" }),
  },
  "platform.enterOrganization": {
    expect: "platform",
    input: ({ organizationId }) => ({ organizationId, reason: "A probe of the door" }),
  },
  "platform.leaveOrganization": { expect: "unseen" },
  "platform.deleteOrganization": {
    expect: "platform",
    input: ({ organizationId, slug }) => ({ organizationId, confirm: slug }),
  },
  "platform.restoreOrganization": {
    expect: "platform",
    input: ({ deletedOrganizationId }) => ({ organizationId: deletedOrganizationId }),
  },
  "platform.addUser": {
    expect: "platform",
    input: ({ organizationId }) => ({
      organizationId,
      email: `probe-${organizationId}@people.example`,
      name: "Probe",
      role: "STUDENT",
    }),
  },
  "platform.removeUser": {
    expect: "platform",
    input: ({ organizationId, userId }) => ({ organizationId, userId }),
  },
  "platform.previewTransfer": { expect: "platform", input: transfer },
  "platform.transferUser": { expect: "platform", input: transfer },
  "schoolInvitation.list": { expect: "platform", input: () => ({}) },
  "schoolInvitation.counts": { expect: "platform" },
  "schoolInvitation.invite": {
    expect: "platform",
    input: ({ organizationId }) => ({ name: "Probe", email: `probe-${organizationId}@schools.example` }),
  },
  "schoolInvitation.resend": { expect: "platform", input: schoolInvitation },
  "schoolInvitation.revoke": { expect: "platform", input: schoolInvitation },
  "schoolInvitation.restore": {
    expect: "platform",
    input: ({ revokedSchoolInvitationId }) => ({ id: revokedSchoolInvitationId }),
  },
  "schoolInvitation.readFile": {
    expect: "platform",
    input: () => ({ content: Buffer.from("name,contact\nProbe,probe@example.com").toString("base64") }),
  },
  "schoolInvitation.preview": { expect: "platform", input: schools },
  "schoolInvitation.import": { expect: "platform", input: schools },
  "onboarding.open": { expect: "capability", input: ({ joinToken }) => ({ token: joinToken }) },
  "onboarding.checkSlug": {
    expect: "capability",
    input: ({ joinToken, slug }) => ({ token: joinToken, slug }),
  },
  "onboarding.accept": {
    expect: "capability",
    input: ({ joinToken, organizationId }) => ({
      token: joinToken,
      schoolName: "Probe",
      slug: `probe-${organizationId.slice(-12)}`,
      name: "Probe",
      password: "Otra clave segura 9",
      primaryColor: "#0c6170",
      motto: "",
      year: "2026-2027",
      locale: "es",
    }),
  },
  "onboarding.progress": { expect: "capability", input: ({ joinedToken }) => ({ token: joinedToken }) },
  "year.create": { expect: "unseen", input: () => PROBE_YEAR },
  "year.update": { expect: "missing", input: ({ yearId }) => ({ id: yearId, ...PROBE_YEAR }) },
  "year.setCurrent": { expect: "missing", input: ({ nextYearId }) => ({ id: nextYearId }) },
  "year.close": { expect: "missing", input: ({ nextYearId }) => ({ id: nextYearId }) },
  "year.reopen": { expect: "missing", input: ({ nextYearId }) => ({ id: nextYearId }) },
  "year.remove": { expect: "missing", input: ({ emptyYearId }) => ({ id: emptyYearId }) },
  "grade.create": { expect: "unseen", input: () => ({ name: "Probe", level: "other" }) },
  "grade.createUsual": { expect: "unseen" },
  "grade.update": { expect: "missing", input: ({ gradeId }) => ({ id: gradeId, name: "Probe" }) },
  "grade.reorder": {
    expect: "missing",
    input: ({ gradeId, nextGradeId }) => ({ ids: [nextGradeId, gradeId] }),
  },
  "grade.archive": { expect: "missing", input: ({ nextGradeId }) => ({ id: nextGradeId }) },
  "grade.restore": { expect: "missing", input: ({ nextGradeId }) => ({ id: nextGradeId }) },
  "section.create": {
    expect: "missing",
    input: ({ yearId, gradeId }) => ({ yearId, gradeIds: [gradeId], names: ["C", "D"], capacity: 30 }),
  },
  "section.update": {
    expect: "missing",
    input: ({ sectionId, adminId }) => ({ id: sectionId, name: "E", guideUserId: adminId }),
  },
  "section.remove": { expect: "missing", input: ({ otherSectionId }) => ({ ids: [otherSectionId] }) },
  "recordMerge.list": { expect: "unseen", shown: true, input: () => ({ kind: "student" }) },
  "recordMerge.duplicates": { expect: "unseen", shown: true, input: () => ({ kind: "student" }) },
  "recordMerge.preview": { expect: "missing", input: pair },
  "recordMerge.showSensitive": { expect: "missing", input: pair },
  "recordMerge.run": { expect: "missing", input: pair },
  "recordMerge.undo": { expect: "missing", input: ({ mergeId }) => ({ id: mergeId }) },
  "rollover.list": { expect: "unseen", shown: true },
  "rollover.draft": { expect: "unseen", shown: true, input: () => ({}) },
  "rollover.students": { expect: "missing", input: ({ sectionId }) => ({ sectionId }) },
  "rollover.preview": { expect: "missing", input: rollover },
  "rollover.run": {
    expect: "missing",
    input: (target) => ({ ...rollover(target), expected: { promoted: 1, heldBack: 1, graduated: 0 } }),
  },
  "rollover.previewUndo": { expect: "missing", input: ({ openRolloverId }) => ({ id: openRolloverId }) },
  "rollover.undo": { expect: "missing", input: ({ openRolloverId }) => ({ id: openRolloverId }) },
  "subject.create": { expect: "unseen", input: () => ({ name: "Probe" }) },
  "subject.update": { expect: "missing", input: ({ subjectId }) => ({ id: subjectId, name: "Probe" }) },
  "subject.archive": { expect: "missing", input: ({ subjectId }) => ({ id: subjectId }) },
  "subject.restore": { expect: "missing", input: ({ subjectId }) => ({ id: subjectId }) },
  "invitation.list": { expect: "unseen", shown: true, input: ({ classId }) => ({ classId }) },
  "invitation.mine": { expect: "unseen" },
  "invitation.counts": { expect: "unseen" },
  "invitation.readFile": {
    expect: "unseen",
    input: () => ({ content: Buffer.from("email\nprobe@example.com").toString("base64") }),
  },
  "invitation.preview": { expect: "unseen", shown: true, input: list },
  "invitation.send": { expect: "unseen", input: list },
  "invitation.listBatches": { expect: "unseen", shown: true },
  "invitation.getBatch": { expect: "missing", input: batch },
  "invitation.getBatchResult": { expect: "missing", input: batch },
  "invitation.cancelBatch": { expect: "missing", input: batch },
  "invitation.resend": { expect: "missing", input: (target) => ({ ids: [target.pendingInvitationId] }) },
  "invitation.revoke": { expect: "missing", input: (target) => ({ ids: [target.pendingInvitationId] }) },
  "invitation.copyLink": { expect: "missing", input: invitation },
  "invitation.open": { expect: "capability", input: ({ invitationToken }) => ({ token: invitationToken }) },
  "invitation.accept": {
    expect: "capability",
    input: ({ invitationToken }) => ({
      token: invitationToken,
      name: "Probe",
      password: "Otra clave segura 9",
    }),
  },
};
