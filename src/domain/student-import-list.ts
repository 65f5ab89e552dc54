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

/** Whether something goes on in the background. */
export function isUnderWay(state: ImportState): boolean {
  return state === "reading" || state === "checking" || state === "applying" || state === "undoing";
}

/** While a school's records are written: one import of a school at a time. */
export const WRITING_STATES = ["applying", "undoing"] as const satisfies readonly ImportState[];

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
  "grade",
  "year",
  /** A line of a student's dated history. */
  "status",
] as const;
export type ImportEntity = (typeof IMPORT_ENTITIES)[number];

/** How a column came to its field: a person chose it, or had chosen it for such a file before; by its name; by likeness. */
export const COLUMN_MATCHES = ["chosen", "remembered", "name", "suggested", "none"] as const;
export type ColumnMatch = (typeof COLUMN_MATCHES)[number];

/** One field of a row that would change; values are as the record holds them. */
export type ImportChange = {
  /** A field of `MATRICULA_COLUMNS`, or `guardian.primary` and the like where the person is another. */
  field: string;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
  /** Somebody edited it by hand since the last import: it is not overwritten unless a person chooses so. */
  conflict: boolean;
};

/** What of a school's structure a file would make, as it is shown: years, grades, and sections as "4to Año A". */
export type ImportCreates = { years: string[]; grades: string[]; sections: string[] };

/** Why an import waits for an admin's yes: so many of so many students would change, and the school's limit in percent. */
export type ImportHold = { affected: number; students: number; percent: number };

export type ImportCounts = {
  /** Rows with something in them, by what would become of them. */
  total: number;
  new: number;
  changed: number;
  unchanged: number;
  error: number;
  /** Fields that would change, and of them those that somebody edited by hand. */
  fields: number;
  conflicts: number;
  /** Rows with something odd that does not keep them out. */
  warned: number;
  /** Different persons in the rows that go in, families by their first representative, and ties to children. */
  representatives: number;
  families: number;
  links: number;
  /** What was done, or after the check would be. */
  created: number;
  updated: number;
  /** Fields that the import left as the school has them: chosen so, edited by hand, or changed since the check. */
  keptFields: number;
  /** What the undo did: fields and records that it took back, and those that it kept since they were edited since. */
  reverted: number;
  keptAtUndo: number;
};

/** Where in a file the list of students is: a sheet by its name, and the spreadsheet's own number of its row of headings. */
export type ImportTable = { sheet: string; headerRow: number };

/** A sheet that can be chosen by hand, with the rows that can be its headings. */
export type ImportSheet = {
  name: string;
  /** Its last row with something in it. */
  lastRow: number;
  /** The row that is likest to be its headings. */
  headerRow: number;
  /** What stands in rows above the records; rows that may be of people say nothing. */
  titles: { row: number; text: string }[];
};

/** The file as it lies: its sheets, the table that was found by content, and the one that a person chose. */
export type ImportLayout = {
  sheets: ImportSheet[];
  /** `signature` tells files with the same headings. */
  found: ImportTable & { signature: string };
  chosen: ImportTable | null;
};

/** Headings stand among the first rows, below titles. */
export const MAX_HEADER_ROW = 30;
/** Sheets that can be chosen. */
export const MAX_SHEETS_OFFERED = 30;

/** Days after its end in which an import can be undone; then its file, cells and noted values are erased. */
export const IMPORT_KEPT_DAYS = 30;
/** Percent of a school's students that an import may change without an admin's explicit yes. */
export const DEFAULT_IMPORT_HOLD = 10;
/** Rows of one repair that the screen shows; the file of failed rows has them all. */
export const MAX_SHOWN_PROBLEMS = 50;
export const IMPORT_PAGE_SIZE = 25;
export const MAX_IMPORT_PAGE = 100;
