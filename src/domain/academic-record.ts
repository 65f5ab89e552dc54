import { z } from "zod";
import { tidyText } from "@/lib/tidy-text";
import { LITERALS, MAX_AVERAGE } from "./academic-record-list";
import { isAcademicYear } from "./academic-year";
import { decimalSchema } from "./decimal";
import { lineSchema, linesSchema } from "./student";
import { ACADEMIC_RESULTS } from "./student-list";

/** Inputs about a student's past school years; issues carry keys of the `errors` messages. */

const year = z
  .string({ error: "record.year" })
  .max(200, "record.year")
  .transform((text) => tidyText(text).replace(/\s*[-–—/]\s*/u, "-"))
  .pipe(z.string().refine(isAcademicYear, "record.year"));
const grade = lineSchema(80).pipe(z.string().min(1, "record.gradeEmpty"));

const fields = {
  year,
  grade,
  section: lineSchema(20),
  school: lineSchema(),
  average: decimalSchema({ min: 0, max: MAX_AVERAGE, error: "record.average" }),
  literal: z.enum(["", ...LITERALS], { error: "record.literal" }),
  result: z.enum(ACADEMIC_RESULTS),
  notes: linesSchema(1_000),
};

/** A year as it is kept. */
export const academicYearSchema = z.object(fields);

const notBoth = ({ average, literal }: { average: number | null; literal: string }) =>
  average === null || literal === "";
const both = { message: "record.averageOrLiteral", path: ["literal"] };

/** What the form holds. */
export const academicRecordSchema = academicYearSchema.refine(notBoth, both);
export const addAcademicRecordInput = academicYearSchema
  .extend({ studentId: z.uuid() })
  .refine(notBoth, both);
/** With `base`, what the form was loaded with, a stale save is told. */
export const updateAcademicRecordInput = z.object({
  id: z.uuid(),
  ...academicYearSchema.partial().shape,
  base: academicYearSchema.partial().optional(),
});

export const academicRecordIdInput = z.object({ id: z.uuid() });
export const academicRecordsInput = z.object({ studentId: z.uuid() });
export const restoreAcademicRecordInput = z.object({ studentId: z.uuid(), id: z.uuid() });

export type AcademicRecordValues = z.output<typeof academicRecordSchema>;
export type AddAcademicRecordInput = z.output<typeof addAcademicRecordInput>;
export type UpdateAcademicRecordInput = z.output<typeof updateAcademicRecordInput>;
export type RestoreAcademicRecordInput = z.output<typeof restoreAcademicRecordInput>;
