import writeXlsxFile, { type Cell } from "write-excel-file/node";
import type { CellValue, ExportColumn } from "./export-column";

const MAX_CELL_TEXT = 32_767;
const MAX_SHEET_NAME = 31;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write these
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** An .xlsx workbook of one sheet with a fixed head row; cells are typed, so text is never a formula. */
export async function toXlsx<Row>(
  sheetName: string,
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): Promise<Buffer> {
  const head = columns.map(({ header }): Cell => ({ ...cell(header), fontWeight: "bold" }));
  const body = rows.map((row) => columns.map(({ value }) => cell(value(row))));
  return writeXlsxFile([head, ...body], {
    sheet: safeSheetName(sheetName),
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => (width === undefined ? {} : { width })),
  }).toBuffer();
}

function cell(value: CellValue) {
  if (value === null || value === undefined || value === "") return {};
  if (typeof value === "number") return Number.isFinite(value) ? { value, type: Number } : {};
  if (typeof value === "boolean") return { value, type: Boolean };
  if (value instanceof Date) return { value, type: Date, format: "yyyy-mm-dd hh:mm" };
  return { value: value.replace(NOT_XML, "").slice(0, MAX_CELL_TEXT), type: String };
}

function safeSheetName(name: string): string {
  const allowed = name
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(NOT_XML, "")
    .replace(/^'+|'+$/g, "")
    .trim();
  return allowed.slice(0, MAX_SHEET_NAME).trim() || "1";
}
