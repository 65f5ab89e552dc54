import {
  findAccountsInput,
  inviteGuardiansInput,
  inviteRecordInput,
  linkAccountInput,
  recordInput,
} from "@/domain/record-account";
import { getRecordAccount, inviteGuardians, inviteRecord, previewGuardians } from "../services/invitation";
import { findAccounts, linkAccount, unlinkAccount } from "../services/record-account";
import { permit, requireAlso, router } from "../trpc";

const managing = permit("student:manage");

/** The accounts of students and guardians: which member of the school a record's person is. */
export const recordAccountRouter = router({
  get: managing.input(recordInput).query(({ ctx, input }) => getRecordAccount(ctx.actor, input)),
  find: managing.input(findAccountsInput).query(({ ctx, input }) => findAccounts(ctx.actor, input)),
  link: managing.input(linkAccountInput).mutation(({ ctx, input }) => linkAccount(ctx.actor, input)),
  unlink: managing.input(linkAccountInput).mutation(({ ctx, input }) => unlinkAccount(ctx.actor, input)),
  invite: managing.input(inviteRecordInput).mutation(({ ctx, input }) => {
    requireAlso(ctx, "invitation:create");
    return inviteRecord(ctx.actor, input);
  }),
  /** A mutation since the list may be too long for an address. */
  previewGuardians: managing
    .input(inviteGuardiansInput)
    .mutation(({ ctx, input }) => previewGuardians(ctx.actor, input)),
  inviteGuardians: managing.input(inviteGuardiansInput).mutation(({ ctx, input }) => {
    requireAlso(ctx, "invitation:create");
    return inviteGuardians(ctx.actor, input);
  }),
});
