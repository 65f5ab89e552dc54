import type { Sheet } from "@/lib/spreadsheet-file";
import { yearNameOf } from "../academic-year";
import {
  type ImportSheet,
  type ImportTable,
  MAX_HEADER_ROW,
  MAX_SHEETS_OFFERED,
} from "../student-import-list";
import { isBlankRow, shownCell } from "./cells";
import { countKnown } from "./map-columns";

/** Where in a workbook the list of students is. */
export type FoundTable = {
  sheet: Sheet;
  /** Index of the row of headings. */
  headerIndex: number;
  headers: string[];
  /** The school year that a title above the headings names. */
  year: string | undefined;
};

/** With fewer columns that are known nothing says that it is a list of students. */
const LEAST_KNOWN = 4;

/** The sheet and the row whose headings are known best; undefined where none looks like a list of students. */
export function findTable(sheets: readonly Sheet[]): FoundTable | undefined {
  let best: { known: number; rows: number; found: FoundTable } | undefined;
  for (const sheet of sheets) {
    const [top] = candidates(sheet).toSorted(byLikeness);
    if (!top || top.known < LEAST_KNOWN) continue;
    const rows = sheet.rows.length - top.index - 1;
    if (best && (best.known > top.known || (best.known === top.known && best.rows >= rows))) continue;
    best = { known: top.known, rows, found: tableIn(sheet, top.index) };
  }
  return best?.found;
}

/** The table that a person chose; undefined where the file has no such sheet, or no rows below such a heading. */
export function tableAt(
  sheets: readonly Sheet[],
  { sheet: name, headerRow }: ImportTable,
): FoundTable | undefined {
  const sheet = sheets.find((each) => each.name === name);
  if (!sheet || headerRow >= sheet.rows.length) return undefined;
  return tableIn(sheet, headerRow - 1);
}

/** The sheets with something below a heading, and what stands above their records. */
export function outlineSheets(sheets: readonly Sheet[]): ImportSheet[] {
  return sheets
    .filter(({ rows }) => rows.length > 1)
    .slice(0, MAX_SHEETS_OFFERED)
    .map((sheet) => {
      const rows = candidates(sheet).slice(0, sheet.rows.length - 1);
      const [top] = rows.toSorted(byLikeness);
      const last = top && top.known > 0 ? top.index : 0;
      return {
        ...{ name: sheet.name, lastRow: sheet.rows.length, headerRow: last + 1 },
        titles: rows
          .filter(({ index }) => index <= last)
          .map(({ index, headers }) => ({ row: index + 1, text: titleText(headers) }))
          .filter(({ text }) => text !== ""),
      };
    });
}

type Candidate = { index: number; headers: string[]; known: number };

function candidates({ rows }: Sheet): Candidate[] {
  return rows.slice(0, MAX_HEADER_ROW).map((row, index) => {
    const headers = shownRow(row);
    return { index, headers, known: countKnown(headers) };
  });
}

function shownRow(cells: Sheet["rows"][number]): string[] {
  return cells.map((cell) => shownCell(cell).trim());
}

function byLikeness(a: Candidate, b: Candidate): number {
  return b.known - a.known || a.index - b.index;
}

function tableIn(sheet: Sheet, headerIndex: number): FoundTable {
  const headers = shownRow(sheet.rows[headerIndex] ?? []);
  return { sheet, headerIndex, headers, year: titleYear(sheet, headerIndex) };
}

const MAX_TITLE = 80;

function titleText(cells: readonly string[]): string {
  return cells
    .filter((text) => text !== "")
    .slice(0, 8)
    .join(" · ")
    .slice(0, MAX_TITLE);
}

function titleYear(sheet: Sheet, headerIndex: number): string | undefined {
  for (const row of sheet.rows.slice(0, headerIndex))
    for (const cell of row) {
      const [span] = /20\d{2}\s*[-/–—]\s*(?:20)?\d{2}/.exec(shownCell(cell)) ?? [];
      const year = span && yearNameOf(span);
      if (year) return year;
    }
  return undefined;
}

/** The rows below the headings by the spreadsheet's own numbers; blank ones, and headings that a page repeats, are none. */
export function dataRows({ sheet, headerIndex, headers }: FoundTable) {
  const heading = headers.join("\u0000");
  return sheet.rows.flatMap((cells, index) => {
    const isData = index > headerIndex && !isBlankRow(cells) && shownRow(cells).join("\u0000") !== heading;
    return isData ? [{ rowNumber: index + 1, cells }] : [];
  });
}
