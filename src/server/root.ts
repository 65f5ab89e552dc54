import { academicRecordRouter } from "./routers/academic-record";
import { academicsRouter, gradeRouter, sectionRouter, subjectRouter, yearRouter } from "./routers/academics";
import { accountRouter } from "./routers/account";
import { apiKeyRouter } from "./routers/api-key";
import { attendanceRouter } from "./routers/attendance";
import { auditRouter } from "./routers/audit";
import { classRouter } from "./routers/class";
import { dashboardRouter } from "./routers/dashboard";
import { documentRouter } from "./routers/document";
import { domainRouter } from "./routers/domain";
import { guardianRouter } from "./routers/guardian";
import { healthRouter } from "./routers/health";
import { incidentRouter } from "./routers/incident";
import { invitationRouter } from "./routers/invitation";
import { onboardingRouter } from "./routers/onboarding";
import { organizationRouter } from "./routers/organization";
import { platformRouter } from "./routers/platform";
import { platformAuditRouter } from "./routers/platform-audit";
import { recordAccountRouter } from "./routers/record-account";
import { recordMergeRouter } from "./routers/record-merge";
import { rolloverRouter } from "./routers/rollover";
import { schoolInvitationRouter } from "./routers/school-invitation";
import { searchRouter } from "./routers/search";
import { sessionRouter } from "./routers/session";
import { studentRouter } from "./routers/student";
import { studentExportRouter } from "./routers/student-export";
import { studentImportRouter } from "./routers/student-import";
import { studentTransferRouter } from "./routers/student-transfer";
import { userRouter } from "./routers/user";
import { viewRouter } from "./routers/view";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({
  academics: academicsRouter,
  academicRecord: academicRecordRouter,
  account: accountRouter,
  apiKey: apiKeyRouter,
  audit: auditRouter,
  class: classRouter,
  dashboard: dashboardRouter,
  document: documentRouter,
  domain: domainRouter,
  grade: gradeRouter,
  guardian: guardianRouter,
  health: healthRouter,
  incident: incidentRouter,
  attendance: attendanceRouter,
  invitation: invitationRouter,
  onboarding: onboardingRouter,
  organization: organizationRouter,
  platform: platformRouter,
  platformAudit: platformAuditRouter,
  recordAccount: recordAccountRouter,
  recordMerge: recordMergeRouter,
  rollover: rolloverRouter,
  schoolInvitation: schoolInvitationRouter,
  search: searchRouter,
  section: sectionRouter,
  session: sessionRouter,
  student: studentRouter,
  studentExport: studentExportRouter,
  subject: subjectRouter,
  studentTransfer: studentTransferRouter,
  studentImport: studentImportRouter,
  user: userRouter,
  view: viewRouter,
  year: yearRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP, through the same ladder. */
export const createCaller = createCallerFactory(appRouter);
