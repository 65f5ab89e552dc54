import {
  draftRolloverInput,
  previewRolloverInput,
  rolloverIdInput,
  rolloverStudentsInput,
  runRolloverInput,
} from "@/domain/rollover";
import {
  draftRollover,
  listRollovers,
  listSectionStudents,
  previewRollover,
  previewUndo,
  runRollover,
  undoRollover,
} from "../services/rollover";
import { permit, router } from "../trpc";

const managing = permit("academics:manage");

/** The change from one school year to the next. */
export const rolloverRouter = router({
  list: managing.query(({ ctx }) => listRollovers(ctx.actor)),
  draft: managing.input(draftRolloverInput).query(({ ctx, input }) => draftRollover(ctx.actor, input)),
  students: managing
    .input(rolloverStudentsInput)
    .query(({ ctx, input }) => listSectionStudents(ctx.actor, input)),
  /** A mutation that changes nothing: a plan is too long for an address. */
  preview: managing
    .input(previewRolloverInput)
    .mutation(({ ctx, input }) => previewRollover(ctx.actor, input)),
  run: managing.input(runRolloverInput).mutation(({ ctx, input }) => runRollover(ctx.actor, input)),
  previewUndo: managing.input(rolloverIdInput).query(({ ctx, input }) => previewUndo(ctx.actor, input)),
  undo: managing.input(rolloverIdInput).mutation(({ ctx, input }) => undoRollover(ctx.actor, input)),
});
