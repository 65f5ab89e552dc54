import { z } from "zod";
import { yearDaysSchema } from "./academics";
import { MAX_HELD_BACK, MAX_ROLLED_SECTIONS } from "./rollover-list";
import { sectionNameSchema } from "./section-name";

/** Inputs about the change from one school year to the next; `rollover-list.ts` has the words. */

/** Where a section goes: a section of a grade in the new year, or out of the school with the last grade. */
const targetSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("section"), gradeId: z.uuid(), name: sectionNameSchema }),
  z.object({ kind: z.literal("graduates") }),
]);

export const previewRolloverInput = z.object({
  fromYearId: z.uuid(),
  /** A year that is there already, or one that is made. */
  to: z.union([z.object({ yearId: z.uuid() }), yearDaysSchema]),
  keepGuides: z.boolean().default(false),
  /** Of sections that are named here; the others go where they go as a rule. */
  targets: z
    .array(z.object({ sectionId: z.uuid(), target: targetSchema }))
    .max(MAX_ROLLED_SECTIONS)
    .default([]),
  /** Students who stay in their grade. */
  heldBack: z
    .array(z.uuid())
    .max(MAX_HELD_BACK, "rollovers.tooManyHeldBack")
    .default([])
    .transform((ids) => [...new Set(ids)]),
});

export const runRolloverInput = previewRolloverInput.extend({
  /** What the preview showed: where it is no longer so, nothing is done. */
  expected: z.object({
    promoted: z.number().int().min(0),
    heldBack: z.number().int().min(0),
    graduated: z.number().int().min(0),
  }),
});
export const draftRolloverInput = z.object({ fromYearId: z.uuid().optional() });
export const rolloverStudentsInput = z.object({
  sectionId: z.uuid(),
  search: z.string().trim().max(200).default(""),
});
export const rolloverIdInput = z.object({ id: z.uuid() });

export type RolloverPlan = z.output<typeof previewRolloverInput>;
export type RunRolloverInput = z.output<typeof runRolloverInput>;
export type RolloverStudentsInput = z.output<typeof rolloverStudentsInput>;
