import { accountRouter } from "./routers/account";
import { classRouter } from "./routers/class";
import { invitationRouter } from "./routers/invitation";
import { organizationRouter } from "./routers/organization";
import { platformRouter } from "./routers/platform";
import { sessionRouter } from "./routers/session";
import { userRouter } from "./routers/user";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({
  account: accountRouter,
  class: classRouter,
  invitation: invitationRouter,
  organization: organizationRouter,
  platform: platformRouter,
  session: sessionRouter,
  user: userRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP, through the same ladder. */
export const createCaller = createCallerFactory(appRouter);
