import Papa from "papaparse";
import type { CellValue, ExportColumn } from "./export-column";

/** What a spreadsheet program would run as a formula (OWASP, CSV injection), also after a line break. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** CSV for spreadsheet programs: UTF-8 with BOM, CRLF, and an apostrophe before text that would run as a formula. */
export function toCsv<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): string {
  const table = [
    columns.map(({ header }) => cellText(header)),
    ...rows.map((row) => columns.map(({ value }) => cellText(value(row)))),
  ];
  return `\uFEFF${Papa.unparse(table, { newline: "\r\n" })}\r\n`;
}

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object") return value.day;
  if (typeof value !== "string") return String(value);
  return FORMULA.test(value) ? `'${value}` : value;
}
