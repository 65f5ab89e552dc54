import {
  changePasswordInput,
  requestResetInput,
  resetPasswordInput,
  signUpInput,
  verifyEmailInput,
} from "@/domain/account";
import { updatePreferencesInput } from "@/domain/preferences";
import {
  changePassword,
  getPreferences,
  getSignedOutSchool,
  register,
  requestPasswordReset,
  resetPassword,
  updatePreferences,
  verifyEmail,
} from "../services/account";
import { authedProcedure, publicProcedure, router } from "../trpc";

export const accountRouter = router({
  signedOutSchool: publicProcedure.query(() => getSignedOutSchool()),
  register: publicProcedure.input(signUpInput).mutation(({ ctx, input }) => register(input, ctx)),
  verifyEmail: publicProcedure.input(verifyEmailInput).mutation(({ ctx, input }) => verifyEmail(input, ctx)),
  requestPasswordReset: publicProcedure
    .input(requestResetInput)
    .mutation(({ ctx, input }) => requestPasswordReset(input, ctx)),
  resetPassword: publicProcedure
    .input(resetPasswordInput)
    .mutation(({ ctx, input }) => resetPassword(input, ctx)),
  changePassword: authedProcedure
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  preferences: authedProcedure.query(({ ctx }) => getPreferences(ctx)),
  updatePreferences: authedProcedure
    .input(updatePreferencesInput)
    .mutation(({ ctx, input }) => updatePreferences(ctx, input)),
});
