import { z } from "zod";
import { tidyText } from "@/lib/tidy-text";
import { yearNameOf } from "./academic-year";
import {
  GRADE_LEVELS,
  MAX_GRADE_NAME,
  MAX_GRADES,
  MAX_SECTIONS_AT_ONCE,
  MAX_SUBJECT_CODE,
  MAX_SUBJECT_NAME,
  MAX_TERM_NAME,
  MAX_TERMS,
  MAX_YEAR_NAME,
} from "./academics-list";
import { capacitySchema } from "./class";
import { sectionNameSchema } from "./section-name";

/** Inputs about the academic structure; issues carry keys of the `errors` messages. `academics-list.ts` has the words. */

const line = (max: number, empty: string) =>
  z
    .string({ error: empty })
    .max(1_000, "academics.tooLong")
    .transform(tidyText)
    .pipe(z.string().min(1, empty).max(max, "academics.tooLong"));

const daySchema = z.iso
  .date("academics.day")
  .refine((day) => day >= "1950-01-01" && day <= "2199-12-31", "academics.day");

/** "2025/26" is kept as 2025-2026; a school may call a year otherwise too. */
const yearNameSchema = line(MAX_YEAR_NAME, "academics.yearNameEmpty").transform(
  (name) => yearNameOf(name) ?? name,
);

const termSchema = z.object({
  /** Of a term that is there already; what refers to it goes on doing so. */
  id: z.uuid().optional(),
  name: line(MAX_TERM_NAME, "academics.termNameEmpty"),
  startsOn: daySchema,
  endsOn: daySchema,
});
const termsSchema = z.array(termSchema).max(MAX_TERMS, "academics.tooManyTerms");

const yearFields = {
  name: yearNameSchema,
  startsOn: daySchema,
  endsOn: daySchema,
  terms: termsSchema,
};
type YearDays = { startsOn: string; endsOn: string; terms: readonly z.output<typeof termSchema>[] };

/** The last day comes behind the first, and the terms follow each other inside the year. */
function checkYear(year: YearDays, context: z.RefinementCtx): void {
  const say = (message: string, ...path: (string | number)[]) =>
    context.addIssue({ code: "custom", message, path });
  if (year.endsOn <= year.startsOn) say("academics.yearEnds", "endsOn");
  year.terms.forEach((term, index) => {
    const before = year.terms[index - 1];
    if (term.endsOn <= term.startsOn) say("academics.termEnds", "terms", index, "endsOn");
    else if (before && term.startsOn <= before.endsOn)
      say("academics.termOverlaps", "terms", index, "startsOn");
    else if (term.startsOn < year.startsOn) say("academics.termOutside", "terms", index, "startsOn");
    else if (term.endsOn > year.endsOn) say("academics.termOutside", "terms", index, "endsOn");
  });
}

export const structureInput = z.object({ yearId: z.uuid().optional() });

/** A year with its terms, as a form or a rollover makes it. */
export const yearDaysSchema = z.object(yearFields).superRefine(checkYear);
export const yearFormSchema = z.object({ ...yearFields, isCurrent: z.boolean() }).superRefine(checkYear);
export const createYearInput = z
  .object({ ...yearFields, isCurrent: z.boolean().default(false) })
  .superRefine(checkYear);
export const updateYearInput = z
  .object({
    id: z.uuid(),
    ...yearFields,
    /** What the form was loaded with: what somebody else has changed since is not written over. */
    base: z.object({ name: z.string(), startsOn: z.string(), endsOn: z.string() }).optional(),
  })
  .superRefine(checkYear);
export const yearIdInput = z.object({ id: z.uuid() });

const gradeName = line(MAX_GRADE_NAME, "academics.gradeNameEmpty");
export const createGradeInput = z.object({ name: gradeName, level: z.enum(GRADE_LEVELS) });
export const updateGradeInput = createGradeInput.partial().extend({ id: z.uuid() });
export const gradeIdInput = z.object({ id: z.uuid() });
/** Every grade in use, from the lowest to the highest. */
export const reorderGradesInput = z.object({ ids: z.array(z.uuid()).min(1).max(MAX_GRADES) });

export const createSectionsInput = z
  .object({
    yearId: z.uuid(),
    gradeIds: z.array(z.uuid()).min(1, "academics.noGrade").max(MAX_GRADES),
    names: z.array(sectionNameSchema).min(1, "academics.noSection").max(MAX_GRADES),
    capacity: capacitySchema.nullish(),
  })
  .refine(({ gradeIds, names }) => gradeIds.length * names.length <= MAX_SECTIONS_AT_ONCE, {
    error: "academics.tooManySections",
    path: ["names"],
  });
export const sectionFormSchema = z.object({
  name: sectionNameSchema,
  capacity: capacitySchema.nullable(),
  guideUserId: z.uuid().nullable(),
});
export const updateSectionInput = sectionFormSchema.partial().extend({ id: z.uuid() });
export const sectionIdsInput = z.object({
  ids: z
    .array(z.uuid())
    .min(1)
    .max(MAX_SECTIONS_AT_ONCE)
    .transform((ids) => [...new Set(ids)]),
});

export const subjectFormSchema = z.object({
  name: line(MAX_SUBJECT_NAME, "academics.subjectNameEmpty"),
  code: z
    .string()
    .max(1_000, "academics.tooLong")
    .transform(tidyText)
    .pipe(z.string().max(MAX_SUBJECT_CODE, "academics.tooLong")),
});
export const createSubjectInput = subjectFormSchema.extend({
  code: subjectFormSchema.shape.code.default(""),
});
export const updateSubjectInput = subjectFormSchema.partial().extend({ id: z.uuid() });
export const subjectIdInput = z.object({ id: z.uuid() });

export type CreateYearInput = z.output<typeof createYearInput>;
export type UpdateYearInput = z.output<typeof updateYearInput>;
export type YearTerms = z.output<typeof termsSchema>;
export type CreateGradeInput = z.output<typeof createGradeInput>;
export type UpdateGradeInput = z.output<typeof updateGradeInput>;
export type CreateSectionsInput = z.output<typeof createSectionsInput>;
export type UpdateSectionInput = z.output<typeof updateSectionInput>;
export type CreateSubjectInput = z.output<typeof createSubjectInput>;
export type UpdateSubjectInput = z.output<typeof updateSubjectInput>;
