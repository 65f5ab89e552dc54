import type { SheetCell } from "@/lib/spreadsheet-file";
import type { CellText } from "./reading";

/** What stands in cells that say nothing: dashes and the like. */
const SAYS_NOTHING = /^(?:[-–—_.·*/\s]+|n\s?\/\s?a|s\s?\/\s?n|no aplica)$/iu;

/** The cell's value, undefined where it says nothing; formulas and errors are told by `cellTrouble`. */
export function cellText(cell: SheetCell | undefined): CellText | undefined {
  if (cell === null || cell === undefined || typeof cell === "object") return undefined;
  if (typeof cell !== "string") return cell;
  return cell.trim() === "" || SAYS_NOTHING.test(cell) ? undefined : cell;
}

/** The trouble of a cell that holds no value of its own: what a program made of it is not taken. */
export function cellTrouble(cell: SheetCell | undefined): { code: string; value: string } | undefined {
  if (typeof cell !== "object" || cell === null) return undefined;
  return "formula" in cell
    ? { code: "matricula.formula", value: cell.formula }
    : { code: "matricula.cellError", value: cell.error };
}

/** Whether nothing at all is in the row: it counts nowhere. */
export function isBlankRow(cells: readonly SheetCell[]): boolean {
  return cells.every((cell) => cell === null || (typeof cell === "string" && cell.trim() === ""));
}

/** What stands in the cell, as a person reads it there. */
export function shownCell(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "object") return "formula" in cell ? cell.formula : cell.error;
  return String(cell);
}

/** The letters by which spreadsheets name a column, of its index from 0: A, Z, AA, DR. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
