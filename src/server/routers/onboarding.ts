import { acceptSchoolInput, checkJoinSlugInput, joinTokenInput } from "@/domain/onboarding";
import {
  acceptSchoolInvitation,
  checkJoinSlug,
  getJoinProgress,
  openSchoolInvitation,
} from "../services/onboarding";
import { publicProcedure, router } from "../trpc";

/** A school that joins, for whoever holds the link of its invitation. */
export const onboardingRouter = router({
  open: publicProcedure.input(joinTokenInput).query(({ input }) => openSchoolInvitation(input)),
  checkSlug: publicProcedure.input(checkJoinSlugInput).query(({ input }) => checkJoinSlug(input)),
  accept: publicProcedure
    .input(acceptSchoolInput)
    .mutation(({ ctx: { ipAddress, userAgent }, input }) =>
      acceptSchoolInvitation(input, { ipAddress, userAgent }),
    ),
  progress: publicProcedure.input(joinTokenInput).query(({ input }) => getJoinProgress(input)),
});
