import { z } from "zod";
import { GOVERNMENT_FORMS } from "./government-forms/rules";
import { LIST_COLUMNS, PLAIN_RECORD_SECTIONS, RECORD_SECTIONS } from "./student-export-list";
import { STUDENT_STATUSES } from "./student-list";

/** Schemas of what is taken out of students' records. */

const MAX_CHOSEN = 200;
/** Only these sections; all of them where none is named. */
const sectionIds = z.array(z.uuid()).max(MAX_CHOSEN).default([]);

export const matriculaInput = z.object({
  /** The year the students are in, or were; everybody's, whatever the year, where none is named. */
  yearId: z.uuid().optional(),
  sectionIds,
  statuses: z.array(z.enum(STUDENT_STATUSES)).max(STUDENT_STATUSES.length).default([]),
  /** Health and income are left empty unless they are asked for, and may be read. */
  health: z.boolean().default(false),
  income: z.boolean().default(false),
});
export type MatriculaInput = z.output<typeof matriculaInput>;

export const exportOptionsInput = z.object({ yearId: z.uuid().optional() });
export type ExportOptionsInput = z.output<typeof exportOptionsInput>;

const day = z.iso.date();
/** For a page to print, or a file to keep. */
const takenAs = z.enum(["print", "xlsx"]);

export const governmentFormInput = z.object({
  form: z.enum(GOVERNMENT_FORMS),
  yearId: z.uuid(),
  sectionIds,
  /** Whose students a list or summary is about: those of this day, today unless it is said. */
  on: day.optional(),
  /** The time of the movements: from the first day of the year until today unless it is said. */
  from: day.optional(),
  to: day.optional(),
  format: takenAs,
});
export type GovernmentFormInput = z.output<typeof governmentFormInput>;

export const sectionListsInput = z.object({
  yearId: z.uuid(),
  sectionIds,
  statuses: z.array(z.enum(STUDENT_STATUSES)).max(STUDENT_STATUSES.length).default(["active"]),
  columns: z.array(z.enum(LIST_COLUMNS)).max(LIST_COLUMNS.length).default([]),
  format: z.enum(["print", "csv", "xlsx"]),
});
export type SectionListsInput = z.output<typeof sectionListsInput>;

export const studentRecordInput = z.object({
  id: z.uuid(),
  sections: z
    .array(z.enum(RECORD_SECTIONS))
    .max(RECORD_SECTIONS.length)
    .default([...PLAIN_RECORD_SECTIONS]),
  format: z.enum(["print", "json"]),
});
export type StudentRecordInput = z.output<typeof studentRecordInput>;
