import { invitationFileInput } from "@/domain/invitation";
import {
  inviteSchoolInput,
  listSchoolInvitationsInput,
  schoolInvitationIdInput,
  schoolListInput,
} from "@/domain/onboarding";
import { readInvitationFile } from "../services/invitation";
import {
  countSchoolInvitations,
  importSchools,
  inviteSchool,
  listSchoolInvitations,
  previewSchools,
  resendSchoolInvitation,
  restoreSchoolInvitation,
  revokeSchoolInvitation,
} from "../services/onboarding";
import { platformProcedure, router } from "../trpc";

const inviter = platformProcedure("platform:invite-school");

/** Schools that the platform asks to join, for ADMIN alone. */
export const schoolInvitationRouter = router({
  list: inviter
    .input(listSchoolInvitationsInput)
    .query(({ ctx, input }) => listSchoolInvitations(ctx.actor, input)),
  counts: inviter.query(({ ctx }) => countSchoolInvitations(ctx.actor)),
  invite: inviter.input(inviteSchoolInput).mutation(({ ctx, input }) => inviteSchool(ctx.actor, input)),
  resend: inviter
    .input(schoolInvitationIdInput)
    .mutation(({ ctx, input }) => resendSchoolInvitation(ctx.actor, input)),
  revoke: inviter
    .input(schoolInvitationIdInput)
    .mutation(({ ctx, input }) => revokeSchoolInvitation(ctx.actor, input)),
  restore: inviter
    .input(schoolInvitationIdInput)
    .mutation(({ ctx, input }) => restoreSchoolInvitation(ctx.actor, input)),
  readFile: inviter.input(invitationFileInput).mutation(({ input }) => readInvitationFile(input)),
  preview: inviter.input(schoolListInput).mutation(({ ctx, input }) => previewSchools(ctx.actor, input)),
  import: inviter.input(schoolListInput).mutation(({ ctx, input }) => importSchools(ctx.actor, input)),
});
