/** What can be taken out of students' records, for server and browser; `student-export.ts` has the schemas. */

/** Rows of a Matrícula: more are taken out year by year. */
export const MAX_MATRICULA_ROWS = 20_000;

/** Students of one of the ministry's forms. */
export const MAX_FORM_STUDENTS = 20_000;

/** What a list of a section can say of each student beside the number and the name; nothing of it is sensitive. */
export const LIST_COLUMNS = [
  "code",
  "cedula",
  "gender",
  "birthDate",
  "age",
  "status",
  "enteredOn",
  "phone",
  "email",
  "address",
  "contact",
  "contactPhone",
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];
export const DEFAULT_LIST_COLUMNS: readonly ListColumn[] = ["cedula", "gender", "age"];

/** Students of lists that become a file, and of those that are printed. */
export const MAX_LISTED = 20_000;
export const MAX_PRINTED = 2_500;

/** The parts of one student's record that can be asked for in a copy. */
export const RECORD_SECTIONS = [
  "profile",
  "family",
  "academic",
  "attendance",
  "documents",
  "history",
  "health",
  "discipline",
  "income",
] as const;
export type RecordSection = (typeof RECORD_SECTIONS)[number];

/** What a copy has unless more is asked for: nothing that is sensitive. */
export const PLAIN_RECORD_SECTIONS: readonly RecordSection[] = [
  "profile",
  "family",
  "academic",
  "attendance",
  "documents",
  "history",
];
