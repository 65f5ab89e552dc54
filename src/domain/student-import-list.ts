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

/** What a file may be; whatever is larger is refused before or while it is read. */
export const IMPORT_LIMITS = {
  bytes: 25_000_000,
  /** Titles and headings included. */
  rows: 10_040,
  columns: 300,
  cells: 1_500_000,
  zipEntries: 1_000,
  inflatedBytes: 160_000_000,
  milliseconds: 60_000,
  heapMegabytes: 1_024,
} as const;

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

/** How a column came to its field: a person chose it, or had chosen it for such a file before; by its name; by likeness. */
export const COLUMN_MATCHES = ["chosen", "remembered", "name", "suggested", "none"] as const;
export type ColumnMatch = (typeof COLUMN_MATCHES)[number];
