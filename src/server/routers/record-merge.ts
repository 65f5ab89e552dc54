import { applyMergeInput, mergeIdInput, mergeKindInput, mergePairInput } from "@/domain/record-merge";
import {
  applyMerge,
  findDuplicates,
  listMerges,
  previewMerge,
  showSensitive,
  undoMerge,
} from "../services/record-merge";
import { permit, router } from "../trpc";

const merging = permit("student:merge");

/** Two records of one person, a student or a guardian, that become one. */
export const recordMergeRouter = router({
  list: merging.input(mergeKindInput).query(({ ctx, input }) => listMerges(ctx.actor, input)),
  duplicates: merging.input(mergeKindInput).query(({ ctx, input }) => findDuplicates(ctx.actor, input)),
  preview: merging.input(mergePairInput).query(({ ctx, input }) => previewMerge(ctx.actor, input)),
  /** A mutation, since the reading is recorded. */
  showSensitive: merging.input(mergePairInput).mutation(({ ctx, input }) => showSensitive(ctx.actor, input)),
  run: merging.input(applyMergeInput).mutation(({ ctx, input }) => applyMerge(ctx.actor, input)),
  undo: merging.input(mergeIdInput).mutation(({ ctx, input }) => undoMerge(ctx.actor, input)),
});
