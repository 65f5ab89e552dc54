import {
  readShownSheet,
  type SpreadsheetLimits,
  type SpreadsheetProblem,
  spreadsheetFormat,
} from "./spreadsheet-file";

/** Reads a small uploaded table; hostile files cost a bounded amount of memory and time. */

export const SPREADSHEET_LIMITS = {
  bytes: 2_000_000,
  rows: 1_001,
  columns: 20,
  cells: 20_020,
  zipEntries: 200,
  inflatedBytes: 16_000_000,
  milliseconds: 10_000,
  heapMegabytes: 192,
} as const satisfies SpreadsheetLimits;

export type SpreadsheetRows =
  | { ok: true; rows: string[][] }
  | { ok: false; reason: SpreadsheetProblem | "oldExcel" };

/** Rows of the first sheet of an .xlsx, or of a .csv in UTF-8, UTF-16 or Windows-1252; never throws for what it is given. */
export async function readSpreadsheetRows(file: Uint8Array): Promise<SpreadsheetRows> {
  if (file.length > 0 && spreadsheetFormat(file) === "xls") return { ok: false, reason: "oldExcel" };
  const read = await readShownSheet(file, SPREADSHEET_LIMITS);
  return read.ok ? { ok: true, rows: read.sheets[0]?.rows ?? [] } : read;
}
