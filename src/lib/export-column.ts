/** A day of the calendar, "2026-11-18": it has no hour and no zone. */
export type DayValue = { day: string };

/** A value as a cell of an export; a Date is a moment, written in UTC where the format has no type for it. */
export type CellValue = string | number | boolean | Date | DayValue | null | undefined;

/** One column of an export, for CSV and XLSX alike; `width` in characters. */
export type ExportColumn<Row> = { header: string; value: (row: Row) => CellValue; width?: number };

/** The day as a cell; nothing where there is none. */
export function dayCell(day: string | null | undefined): DayValue | null {
  return day ? { day } : null;
}
