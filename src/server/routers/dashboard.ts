import { trendsInput } from "@/domain/dashboard";
import { getCoachHome, getDashboard, getTrends } from "../services/dashboard";
import { permit, router } from "../trpc";

/** First pages: that of a school's admin, and that of a coach. */
export const dashboardRouter = router({
  get: permit("statistics:read").query(({ ctx }) => getDashboard(ctx.actor)),
  trends: permit("statistics:read")
    .input(trendsInput)
    .query(({ ctx, input }) => getTrends(ctx.actor, input)),
  coach: permit("class:manage-own").query(({ ctx }) => getCoachHome(ctx.actor)),
});
