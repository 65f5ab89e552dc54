import type { CellValue } from "@/lib/export-column";
import { dayCell } from "@/lib/export-column";
import type { Sheet } from "@/lib/workbook";
import type { ColumnType, MatriculaColumn, Sensitivity } from "./columns";
import { MATRICULA_COLUMNS } from "./columns";
import { WRITTEN_WORDS, writtenCedula, writtenPhone, writtenYesNo } from "./written-words";

/** What a record holds, by the fields of the columns; a field that nobody has given is missing, null or empty. */
export type MatriculaValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The cells of a record in the order of the columns; what may not be shown is left empty. */
export function matriculaCells(values: MatriculaValues, shown: ReadonlySet<Sensitivity>): CellValue[] {
  return MATRICULA_COLUMNS.map((column) => (isShown(column, shown) ? writtenCell(column, values) : null));
}

function isShown({ sensitive }: MatriculaColumn, shown: ReadonlySet<Sensitivity>): boolean {
  return sensitive === undefined || shown.has(sensitive);
}

function writtenCell({ field, type }: MatriculaColumn, values: MatriculaValues): CellValue {
  const value = values[field];
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return writtenYesNo(value);
  return typeof value === "number" ? value : writtenText(type, value);
}

function writtenText(type: ColumnType, text: string): CellValue {
  switch (type) {
    case "date":
      return dayCell(text);
    case "cedula":
      return writtenCedula(text);
    case "phone":
      return writtenPhone(text);
    case "status":
    case "gender":
    case "document_kind":
    case "relationship":
    case "civil_status":
      return new Map<string, string>(Object.entries(WRITTEN_WORDS[type])).get(text) ?? text;
    default:
      return text;
  }
}

/** Characters by the type of a column. */
const WIDTHS: Partial<Record<ColumnType, number>> = { name: 22, email: 30, text: 20 };
const NARROW = 14;

/** The Matrícula as a sheet: two rows of titles, the header, and the students from the fourth row on. */
export function matriculaSheet({
  titles: [list, year],
  rows,
}: {
  titles: readonly [string, string];
  rows: readonly (readonly CellValue[])[];
}): Sheet {
  return {
    name: "Matrícula",
    rows: [
      [{ value: list, bold: true }],
      [{ value: year, bold: true }],
      MATRICULA_COLUMNS.map(({ header }) => ({ value: header, bold: true as const })),
      ...rows,
    ],
    widths: MATRICULA_COLUMNS.map(({ type }) => WIDTHS[type] ?? NARROW),
    stickyRows: 3,
  };
}
