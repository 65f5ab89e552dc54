import {
  acceptTransferInput,
  answerTransferInput,
  declineTransferInput,
  findSchoolInput,
  listTransfersInput,
  requestTransferInput,
  transferIdInput,
  transferPlaceInput,
  transferStudentInput,
  transferTokenInput,
} from "@/domain/student-transfer";
import {
  acceptTransfer,
  answerTransfer,
  countOpenTransfers,
  declineTransfer,
  findSchoolByAddress,
  getTransfer,
  listTransfers,
  openTransfer,
  prepareTransfer,
  previewAcceptance,
  requestTransfer,
  resendTransfer,
  withdrawTransfer,
} from "../services/student-transfer";
import { permit, publicProcedure, router } from "../trpc";

const transferring = permit("student:transfer");

/** Students who move between schools of the platform with their record; `open` and `answer` are the guardian's. */
export const studentTransferRouter = router({
  prepare: transferring
    .input(transferStudentInput)
    .query(({ ctx, input }) => prepareTransfer(ctx.actor, input)),
  // Its name alone: a school is no more to another one.
  findSchool: transferring.input(findSchoolInput).query(async ({ ctx, input }) => {
    const { name } = await findSchoolByAddress(ctx.actor, input);
    return { name };
  }),
  request: transferring
    .input(requestTransferInput)
    .mutation(({ ctx, input }) => requestTransfer(ctx.actor, input)),
  resend: transferring.input(transferIdInput).mutation(({ ctx, input }) => resendTransfer(ctx.actor, input)),
  withdraw: transferring
    .input(transferIdInput)
    .mutation(({ ctx, input }) => withdrawTransfer(ctx.actor, input)),
  list: transferring.input(listTransfersInput).query(({ ctx, input }) => listTransfers(ctx.actor, input)),
  counts: transferring.query(({ ctx }) => countOpenTransfers(ctx.actor)),
  get: transferring.input(transferIdInput).query(({ ctx, input }) => getTransfer(ctx.actor, input)),
  previewAcceptance: transferring
    .input(transferPlaceInput)
    .query(({ ctx, input }) => previewAcceptance(ctx.actor, input)),
  accept: transferring
    .input(acceptTransferInput)
    .mutation(({ ctx, input }) => acceptTransfer(ctx.actor, input)),
  decline: transferring
    .input(declineTransferInput)
    .mutation(({ ctx, input }) => declineTransfer(ctx.actor, input)),
  open: publicProcedure.input(transferTokenInput).query(({ input }) => openTransfer(input)),
  answer: publicProcedure
    .input(answerTransferInput)
    .mutation(({ ctx: { ipAddress, userAgent }, input }) => answerTransfer(input, { ipAddress, userAgent })),
});
