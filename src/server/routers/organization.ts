import { updateOrganizationInput } from "@/domain/organization";
import { getOrganization, getStatistics, updateOrganization } from "../services/organization";
import { permit, router } from "../trpc";

/** The caller's own school. */
export const organizationRouter = router({
  get: permit("organization:read").query(({ ctx }) => getOrganization(ctx.actor)),
  update: permit("organization:update")
    .input(updateOrganizationInput)
    .mutation(({ ctx, input }) => updateOrganization(ctx.actor, input)),
  statistics: permit("statistics:read").query(({ ctx }) => getStatistics(ctx.actor)),
});
