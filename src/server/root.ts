import { accountRouter } from "./routers/account";
import { auditRouter } from "./routers/audit";
import { classRouter } from "./routers/class";
import { dashboardRouter } from "./routers/dashboard";
import { invitationRouter } from "./routers/invitation";
import { organizationRouter } from "./routers/organization";
import { platformRouter } from "./routers/platform";
import { searchRouter } from "./routers/search";
import { sessionRouter } from "./routers/session";
import { userRouter } from "./routers/user";
import { viewRouter } from "./routers/view";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({
  account: accountRouter,
  audit: auditRouter,
  class: classRouter,
  dashboard: dashboardRouter,
  invitation: invitationRouter,
  organization: organizationRouter,
  platform: platformRouter,
  search: searchRouter,
  session: sessionRouter,
  user: userRouter,
  view: viewRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP, through the same ladder. */
export const createCaller = createCallerFactory(appRouter);
