import { z } from "zod";
import { STUDENT_STATUSES } from "./student-list";

/** Schemas of what is taken out of students' records. */

const MAX_CHOSEN = 200;

export const matriculaInput = z.object({
  /** The year the students are in; everybody's, whatever the year, where none is named. */
  yearId: z.uuid().optional(),
  /** Only these sections. */
  sectionIds: z.array(z.uuid()).max(MAX_CHOSEN).default([]),
  statuses: z.array(z.enum(STUDENT_STATUSES)).max(STUDENT_STATUSES.length).default([]),
  /** Health and income are left empty unless they are asked for, and may be read. */
  health: z.boolean().default(false),
  income: z.boolean().default(false),
});
export type MatriculaInput = z.output<typeof matriculaInput>;
