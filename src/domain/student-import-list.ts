/** The words of an import of students, for server and browser; `student-import.ts` has the schemas. */

export const IMPORT_FORMATS = ["xls", "xlsx", "csv"] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/**
 * How far an import is: `reading` the file, `mapped` and ready to be checked, `checking` and `checked`, `held` for an
 * admin's yes, `applying` in the background, and how it ended.
 */
export const IMPORT_STATES = [
  "reading",
  "mapped",
  "checking",
  "checked",
  "held",
  "applying",
  "done",
  "failed",
  "cancelled",
  "undoing",
  "undone",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What would become of a row. */
export const IMPORT_VERDICTS = ["new", "changed", "unchanged", "error"] as const;
export type ImportVerdict = (typeof IMPORT_VERDICTS)[number];

/** What a change of an import is about, so that it can be taken back field by field. */
export const IMPORT_ENTITIES = [
  "student",
  "health",
  "guardian",
  "guardian_link",
  "authorized",
  "section",
  "year",
] as const;
export type ImportEntity = (typeof IMPORT_ENTITIES)[number];
