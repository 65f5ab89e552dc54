import { z } from "zod";
import { createStudentInput } from "@/domain/student";

/** What the form of a record holds: year, grade and section as one place. */
export const newStudentSchema = createStudentInput
  .omit({ yearId: true, gradeId: true, sectionId: true })
  .required()
  .extend({ place: z.string() });

/** The same of a record that is there, which has a code. */
export const studentSchema = newStudentSchema.extend({
  code: createStudentInput.shape.code.unwrap().pipe(z.string().min(1, "student.codeEmpty")),
});

export type StudentFormValues = z.input<typeof newStudentSchema>;
export type StudentFormOutput = z.output<typeof newStudentSchema>;
