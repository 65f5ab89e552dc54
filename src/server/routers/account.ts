import {
  changePasswordInput,
  emailChangeTokenInput,
  handOffInput,
  requestEmailChangeInput,
  requestResetInput,
  resetPasswordInput,
  signUpInput,
  updateProfileInput,
  verifyEmailInput,
} from "@/domain/account";
import { imageInput } from "@/domain/image";
import { updateNoticesInput } from "@/domain/notification-schemas";
import { updatePreferencesInput } from "@/domain/preference-schemas";
import {
  cancelEmailChange,
  changePassword,
  confirmEmailChange,
  exportOwnData,
  getEmailChange,
  getNotices,
  getPreferences,
  getProfile,
  getSignedOutSchool,
  openEmailChange,
  openHandOff,
  register,
  removePhoto,
  requestEmailChange,
  requestPasswordReset,
  resendEmailChange,
  resetPassword,
  setPhoto,
  stopEmailChange,
  updateNotices,
  updatePreferences,
  updateProfile,
  verifyEmail,
} from "../services/account";
import { authedProcedure, publicProcedure, router, thresholdProcedure } from "../trpc";

export const accountRouter = router({
  signedOutSchool: publicProcedure.query(({ ctx }) => getSignedOutSchool(ctx.place)),
  register: publicProcedure.input(signUpInput).mutation(({ ctx, input }) => register(input, ctx, ctx.place)),
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
  profile: authedProcedure.query(({ ctx }) => getProfile(ctx)),
  updateProfile: authedProcedure
    .input(updateProfileInput)
    .mutation(({ ctx, input }) => updateProfile(ctx, input)),
  setPhoto: authedProcedure.input(imageInput).mutation(({ ctx, input }) => setPhoto(ctx, input)),
  removePhoto: authedProcedure.mutation(({ ctx }) => removePhoto(ctx)),
  emailChange: authedProcedure.query(({ ctx }) => getEmailChange(ctx)),
  requestEmailChange: authedProcedure
    .input(requestEmailChangeInput)
    .mutation(({ ctx, input }) => requestEmailChange(ctx, input)),
  resendEmailChange: authedProcedure.mutation(({ ctx }) => resendEmailChange(ctx)),
  cancelEmailChange: authedProcedure.mutation(({ ctx }) => cancelEmailChange(ctx)),
  openHandOff: thresholdProcedure
    .input(handOffInput)
    .query(({ ctx, input }) => openHandOff(input.token, ctx.place.school?.id)),
  openEmailChange: publicProcedure.input(emailChangeTokenInput).query(({ input }) => openEmailChange(input)),
  confirmEmailChange: publicProcedure
    .input(emailChangeTokenInput)
    .mutation(({ ctx, input }) => confirmEmailChange(input, ctx)),
  stopEmailChange: publicProcedure
    .input(emailChangeTokenInput)
    .mutation(({ ctx, input }) => stopEmailChange(input, ctx)),
  notices: authedProcedure.query(({ ctx }) => getNotices(ctx)),
  updateNotices: authedProcedure
    .input(updateNoticesInput)
    .mutation(({ ctx, input }) => updateNotices(ctx, input)),
  exportData: authedProcedure.mutation(({ ctx }) => exportOwnData(ctx)),
});
