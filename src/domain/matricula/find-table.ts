import type { Sheet } from "@/lib/spreadsheet-file";
import { yearNameOf } from "../academic-year";
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

/** Headings stand among the first rows, below titles. */
const ROWS_LOOKED_AT = 30;
/** With fewer columns that are known nothing says that it is a list of students. */
const LEAST_KNOWN = 4;

/** The sheet and the row whose headings are known best; undefined where none looks like a list of students. */
export function findTable(sheets: readonly Sheet[]): FoundTable | undefined {
  let best: { known: number; rows: number; found: FoundTable } | undefined;
  for (const sheet of sheets) {
    const candidates = sheet.rows.slice(0, ROWS_LOOKED_AT).map((row, index) => {
      const headers = row.map((cell) => shownCell(cell).trim());
      return { index, headers, known: countKnown(headers) };
    });
    const [top] = candidates.toSorted((a, b) => b.known - a.known || a.index - b.index);
    if (!top || top.known < LEAST_KNOWN) continue;
    const rows = sheet.rows.length - top.index - 1;
    if (best && (best.known > top.known || (best.known === top.known && best.rows >= rows))) continue;
    const year = titleYear(sheet, top.index);
    best = { known: top.known, rows, found: { sheet, headerIndex: top.index, headers: top.headers, year } };
  }
  return best?.found;
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
    const isData =
      index > headerIndex &&
      !isBlankRow(cells) &&
      cells.map((cell) => shownCell(cell).trim()).join("\u0000") !== heading;
    return isData ? [{ rowNumber: index + 1, cells }] : [];
  });
}
