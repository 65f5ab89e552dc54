import { imageInput } from "@/domain/image";
import {
  changeSlugInput,
  checkSlugInput,
  handOverInput,
  leaveSchoolInput,
  publicSchoolInput,
  restoreLogoInput,
  updateOrganizationInput,
} from "@/domain/organization";
import {
  changeSlug,
  checkSlug,
  getOrganization,
  getPublicSchool,
  getSettings,
  getStatistics,
  removeLogo,
  restoreLogo,
  setLogo,
  updateOrganization,
} from "../services/organization";
import { handOver, leaveSchool } from "../services/user";
import { permit, publicProcedure, router } from "../trpc";

/** The caller's own school. */
export const organizationRouter = router({
  /** Any school, as everyone may see it. */
  public: publicProcedure.input(publicSchoolInput).query(({ input }) => getPublicSchool(input)),
  get: permit("organization:read").query(({ ctx }) => getOrganization(ctx.actor)),
  settings: permit("organization:update").query(({ ctx }) => getSettings(ctx.actor)),
  update: permit("organization:update")
    .input(updateOrganizationInput)
    .mutation(({ ctx, input }) => updateOrganization(ctx.actor, input)),
  setLogo: permit("organization:update")
    .input(imageInput)
    .mutation(({ ctx, input }) => setLogo(ctx.actor, input)),
  removeLogo: permit("organization:update").mutation(({ ctx }) => removeLogo(ctx.actor)),
  restoreLogo: permit("organization:update")
    .input(restoreLogoInput)
    .mutation(({ ctx, input }) => restoreLogo(ctx.actor, input)),
  checkSlug: permit("organization:update")
    .input(checkSlugInput)
    .query(({ ctx, input }) => checkSlug(ctx.actor, input)),
  changeSlug: permit("organization:update")
    .input(changeSlugInput)
    .mutation(({ ctx, input }) => changeSlug(ctx.actor, input)),
  handOver: permit("organization:hand-over")
    .input(handOverInput)
    .mutation(({ ctx, input }) => handOver(ctx.actor, input)),
  leave: permit("organization:leave")
    .input(leaveSchoolInput)
    .mutation(({ ctx, input }) => leaveSchool(ctx.actor, input)),
  statistics: permit("statistics:read").query(({ ctx }) => getStatistics(ctx.actor)),
});
