import { acceptInvitationInput } from "@/domain/account";
import {
  invitationFileInput,
  invitationIdInput,
  invitationIdsInput,
  invitationListInput,
  invitationTokenInput,
  listInvitationsInput,
  resendInvitationsInput,
} from "@/domain/invitation";
import {
  acceptInvitation,
  cancelBatch,
  copyInvitationLink,
  countInvitations,
  getBatch,
  getBatchResult,
  listBatches,
  listInvitations,
  listOwnInvitations,
  openInvitation,
  previewInvitations,
  readInvitationFile,
  resendInvitations,
  revokeInvitations,
  sendInvitations,
} from "../services/invitation";
import { permit, publicProcedure, router } from "../trpc";

const inviter = permit("invitation:create", "invitation:create-own-class");
const reader = permit("invitation:list");
const manager = permit("invitation:manage", "invitation:manage-own-class");

/** Invitations of the caller's school, a coach's reach being their own classes; `open` and `accept` are the invited's. */
export const invitationRouter = router({
  list: reader.input(listInvitationsInput).query(({ ctx, input }) => listInvitations(ctx.actor, input)),
  mine: permit("organization:read").query(({ ctx }) => listOwnInvitations(ctx.actor)),
  counts: reader.query(({ ctx }) => countInvitations(ctx.actor)),
  readFile: inviter.input(invitationFileInput).mutation(({ input }) => readInvitationFile(input)),
  preview: inviter
    .input(invitationListInput)
    .mutation(({ ctx, input }) => previewInvitations(ctx.actor, input)),
  send: inviter.input(invitationListInput).mutation(({ ctx, input }) => sendInvitations(ctx.actor, input)),
  listBatches: reader.query(({ ctx }) => listBatches(ctx.actor)),
  getBatch: reader.input(invitationIdInput).query(({ ctx, input }) => getBatch(ctx.actor, input)),
  getBatchResult: reader.input(invitationIdInput).query(({ ctx, input }) => getBatchResult(ctx.actor, input)),
  cancelBatch: manager.input(invitationIdInput).mutation(({ ctx, input }) => cancelBatch(ctx.actor, input)),
  resend: manager
    .input(resendInvitationsInput)
    .mutation(({ ctx, input }) => resendInvitations(ctx.actor, input)),
  revoke: manager.input(invitationIdsInput).mutation(({ ctx, input }) => revokeInvitations(ctx.actor, input)),
  copyLink: manager
    .input(invitationIdInput)
    .mutation(({ ctx, input }) => copyInvitationLink(ctx.actor, input)),
  open: publicProcedure.input(invitationTokenInput).query(({ input }) => openInvitation(input)),
  accept: publicProcedure
    .input(acceptInvitationInput)
    .mutation(({ ctx, input }) => acceptInvitation(input, ctx)),
});
