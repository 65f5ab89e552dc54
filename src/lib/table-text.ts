import Papa from "papaparse";

/** A pasted or uploaded table as text: comma, semicolon or tab, whichever its first line has. */

export type TableRow = {
  /** The line of the text that the row begins on, from 1. */
  line: number;
  cells: readonly string[];
};

/** What stands between the cells of this line. */
export function delimiterOf(line: string): string {
  const outside = line.replace(/"[^"]*"/g, "");
  return outside.includes("\t") ? "\t" : outside.includes(";") ? ";" : ",";
}

/** Rows with the line each begins on; a text with a stray quote is read line by line, so that it swallows nothing. */
export function tableRows(text: string, delimiter: string): TableRow[] {
  const parsed = Papa.parse<string[]>(text, { delimiter });
  if (parsed.errors.some((error) => error.type === "Quotes"))
    return linesOf(text).map((line, index) => ({ line: index + 1, cells: splitAt(line, delimiter) }));
  let line = 1;
  return parsed.data.map((cells) => {
    const row = { line, cells };
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    return row;
  });
}

/** The lines of a text, however they end. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Whether nothing is written in any cell. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

function splitAt(line: string, delimiter: string): string[] {
  const parsed = Papa.parse<string[]>(line, { delimiter });
  return parsed.errors.some((error) => error.type === "Quotes")
    ? line.split(delimiter)
    : (parsed.data[0] ?? []);
}
