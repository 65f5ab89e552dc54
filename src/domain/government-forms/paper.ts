import type { DayValue } from "@/lib/export-column";
import type { Sheet, SheetCell } from "@/lib/workbook";

/** A form as it is printed and written into a workbook alike. Its words are the ministry's, in Spanish. */
export type PaperCell = string | number | DayValue | null;

export type PaperColumn = {
  header: string;
  /** In characters. */
  width: number;
  align?: "left" | "center" | "right";
};

/** One sheet of paper: what heads it, a table, and what stands below. */
export type PaperPage = {
  /** Of the sheet in a workbook; pages of one name share it. */
  name: string;
  code: string;
  title: string;
  facts: readonly (readonly [label: string, value: string])[];
  columns: readonly PaperColumn[];
  rows: readonly (readonly PaperCell[])[];
  /** Rows of sums, below the others. */
  sums: readonly (readonly PaperCell[])[];
  notes: readonly string[];
  /** Who signs. */
  signatures: readonly string[];
  /** Which page of how many, of the same name. */
  number: readonly [page: number, of: number];
};

/** A form of one or more pages. */
export type Paper = { landscape: boolean; pages: readonly PaperPage[] };

/** The form as sheets of a workbook: pages of one name stand in one sheet, below each other. */
export function paperSheets({ landscape, pages }: Paper): Sheet[] {
  const names = [...new Set(pages.map(({ name }) => name))];
  return names.map((name) => {
    const own = pages.filter((page) => page.name === name);
    return {
      name,
      landscape,
      rows: own.flatMap((page, index) => [...(index > 0 ? [[null]] : []), ...pageRows(page)]),
      widths: own[0]?.columns.map(({ width }) => width) ?? [],
    };
  });
}

function pageRows({ code, title, facts, columns, rows, sums, notes, number: [page, of] }: PaperPage) {
  const line = (text: string, bold = false): SheetCell[] => [bold ? { value: text, bold: true } : text];
  const paged = of > 1 ? ` (hoja ${page} de ${of})` : "";
  return [
    line([code, title].filter(Boolean).join(" · ") + paged, true),
    ...facts.map(([label, value]) => line(`${label}: ${value}`)),
    columns.map(({ header, align }): SheetCell => ({ value: header, bold: true, ...(align && { align }) })),
    ...rows.map((cells) => cells.map((value, n) => aligned(value, columns[n]))),
    ...sums.map((cells) => cells.map((value): SheetCell => ({ value, bold: true }))),
    ...notes.map((note) => line(note)),
  ];
}

function aligned(value: PaperCell, column: PaperColumn | undefined): SheetCell {
  return column?.align ? { value, align: column.align } : value;
}
