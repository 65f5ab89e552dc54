/** A value as a cell of an export; a Date is a moment, written in UTC where the format has no type for it. */
export type CellValue = string | number | boolean | Date | null | undefined;

/** One column of an export, for CSV and XLSX alike; `width` in characters. */
export type ExportColumn<Row> = { header: string; value: (row: Row) => CellValue; width?: number };
