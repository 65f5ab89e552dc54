import { accountRouter } from "./routers/account";
import { apiKeyRouter } from "./routers/api-key";
import { auditRouter } from "./routers/audit";
import { classRouter } from "./routers/class";
import { dashboardRouter } from "./routers/dashboard";
import { domainRouter } from "./routers/domain";
import { invitationRouter } from "./routers/invitation";
import { onboardingRouter } from "./routers/onboarding";
import { organizationRouter } from "./routers/organization";
import { platformRouter } from "./routers/platform";
import { platformAuditRouter } from "./routers/platform-audit";
import { schoolInvitationRouter } from "./routers/school-invitation";
import { searchRouter } from "./routers/search";
import { sessionRouter } from "./routers/session";
import { studentRouter } from "./routers/student";
import { studentExportRouter } from "./routers/student-export";
import { userRouter } from "./routers/user";
import { viewRouter } from "./routers/view";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({
  account: accountRouter,
  apiKey: apiKeyRouter,
  audit: auditRouter,
  class: classRouter,
  dashboard: dashboardRouter,
  domain: domainRouter,
  invitation: invitationRouter,
  onboarding: onboardingRouter,
  organization: organizationRouter,
  platform: platformRouter,
  platformAudit: platformAuditRouter,
  schoolInvitation: schoolInvitationRouter,
  search: searchRouter,
  session: sessionRouter,
  student: studentRouter,
  studentExport: studentExportRouter,
  user: userRouter,
  view: viewRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP, through the same ladder. */
export const createCaller = createCallerFactory(appRouter);
