import { z } from "zod";
import { MERGE_CHOICES, MERGE_KINDS } from "./record-merge-list";

/** Inputs about merging records; issues carry keys of the `errors` messages. */

/** Fields of a record; more than these are no choices. */
const MAX_FIELDS = 60;
const MAX_LEFT = 10;

const kind = z.enum(MERGE_KINDS);
const pair = z.object({ kind, keptId: z.uuid(), mergedId: z.uuid() });

const isPair = ({ keptId, mergedId }: { keptId: string; mergedId: string }) => keptId !== mergedId;
const SAME = { error: "merge.same", path: ["mergedId"] };

export const mergeKindInput = z.object({ kind });
export const mergePairInput = pair.refine(isPair, SAME);
export const applyMergeInput = pair
  .extend({
    /** By field, where it is not the value that is suggested. */
    choices: z
      .record(z.string().max(40), z.enum(MERGE_CHOICES))
      .refine((choices) => Object.keys(choices).length <= MAX_FIELDS)
      .default({}),
    /** Guardians and authorised persons of the record that goes who do not come along, by the ids of their ties. */
    leave: z.array(z.uuid()).max(MAX_LEFT).default([]),
    /** Of the preview that the person has seen: what was changed since is looked at again. */
    version: z.string().max(100).optional(),
  })
  .refine(isPair, SAME);
export const mergeIdInput = z.object({ id: z.uuid() });

export type MergeKindInput = z.output<typeof mergeKindInput>;
export type MergePairInput = z.output<typeof mergePairInput>;
export type ApplyMergeInput = z.output<typeof applyMergeInput>;
