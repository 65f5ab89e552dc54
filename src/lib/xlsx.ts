import type { ExportColumn } from "./export-column";
import { writeWorkbook } from "./workbook";

/** An .xlsx workbook of one sheet with a fixed head row; cells are typed, so text is never a formula. */
export function toXlsx<Row>(
  sheetName: string,
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): Promise<Buffer> {
  const head = columns.map(({ header }) => ({ value: header, bold: true as const }));
  const body = rows.map((row) => columns.map(({ value }) => value(row)));
  const widths = columns.map(({ width }) => width);
  return writeWorkbook([{ name: sheetName, rows: [head, ...body], widths, stickyRows: 1 }]);
}
