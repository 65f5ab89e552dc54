import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import writeXlsxFile, { type Cell, type Row, type Sheet as WrittenSheet } from "write-excel-file/node";
import type { CellValue } from "./export-column";

/** A cell with a look of its own; one that spans leaves the cells it covers out of the row as `null`. */
export type StyledCell = {
  value: CellValue;
  bold?: true;
  span?: number;
  align?: "left" | "center" | "right";
  wrap?: true;
};
export type SheetCell = CellValue | StyledCell;

export type Sheet = {
  name: string;
  rows: readonly (readonly SheetCell[])[];
  /** In characters. */
  widths?: readonly (number | undefined)[];
  /** Rows that stay at the top. */
  stickyRows?: number;
  landscape?: boolean;
};

type Options = Omit<WrittenSheet<never>, "data">;

const MAX_CELL_TEXT = 32_767;
const MAX_SHEET_NAME = 31;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write these
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Cells that are written in this thread, in less than a tenth of a second; more go to another. */
const MAX_HERE = 20_000;
const ROWS_AT_ONCE = 250;
const HEAP_MEGABYTES = 1_024;

/** From the project's root, since a bundler moves this module but not the worker's file. */
const WORKER_FILE = join(process.cwd(), "src/lib/workbook-worker.mjs");

/**
 * An .xlsx workbook; cells are typed, so text is never a formula. A large one is written by another thread, one at a time,
 * while this one goes on answering.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const options = sheets.map((sheet, index) => optionsOf(sheet, names[index] ?? ""));
  const cells = sheets.reduce((sum, { rows }) => sum + rows.length * (rows.at(-1)?.length ?? 0), 0);
  if (cells > MAX_HERE) return inTurn(() => writeElsewhere(sheets, options));
  const written = sheets.map(({ rows }, index) => ({ ...options[index], data: rows.map(rowOf) }));
  return writeXlsxFile(written).toBuffer();
}

let last: Promise<unknown> = Promise.resolve();

/** Large workbooks take some hundred megabytes each: the second waits for the first. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return turn;
}

async function writeElsewhere(sheets: readonly Sheet[], options: readonly Options[]): Promise<Buffer> {
  const worker = new Worker(/* turbopackIgnore: true */ WORKER_FILE, {
    workerData: { options },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  const answer = new Promise<Uint8Array>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("The workbook was not written")));
  });
  answer.catch(() => undefined);
  try {
    for (const [sheet, { rows }] of sheets.entries()) {
      for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
        worker.postMessage({ sheet, rows: rows.slice(start, start + ROWS_AT_ONCE).map(rowOf) });
        await setImmediate();
      }
    }
    worker.postMessage({ isWhole: true });
    const bytes = await answer;
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } finally {
    void worker.terminate();
  }
}

function optionsOf({ widths, stickyRows, landscape }: Sheet, name: string): Options {
  return {
    sheet: name,
    ...(stickyRows && { stickyRowsCount: stickyRows }),
    ...(landscape && { orientation: "landscape" as const }),
    ...(widths && { columns: widths.map((width) => (width === undefined ? {} : { width })) }),
  };
}

function rowOf(cells: readonly SheetCell[]): Row {
  return cells.map(cellOf);
}

// Without the names of types, which no other thread can be sent: they follow from the values.
function cellOf(cell: SheetCell): Cell {
  if (!isStyled(cell)) return plainCell(cell);
  const { value, bold, span, align, wrap } = cell;
  const plain = plainCell(value);
  const given = typeof plain === "object" && plain !== null && "value" in plain ? plain : { value: plain };
  return {
    ...(given.value === null ? {} : given),
    ...(bold && { fontWeight: "bold" as const }),
    ...(span && { columnSpan: span }),
    ...(align && { align }),
    ...(wrap && { wrap, alignVertical: "top" as const }),
  } as Cell;
}

function isStyled(cell: SheetCell): cell is StyledCell {
  return typeof cell === "object" && cell !== null && "value" in cell;
}

function plainCell(value: CellValue): Exclude<Cell, undefined> {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "boolean") return value;
  if (value instanceof Date) return { value, format: "yyyy-mm-dd hh:mm" };
  if (typeof value === "object") return { value: new Date(`${value.day}T00:00:00Z`), format: "dd/mm/yyyy" };
  return value.replace(NOT_XML, "").slice(0, MAX_CELL_TEXT);
}

/** Names as a workbook takes them, each its own. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const whole = safeSheetName(name);
    let free = whole;
    for (let n = 2; taken.has(free.toLowerCase()); n++) {
      const suffix = ` (${n})`;
      free = whole.slice(0, MAX_SHEET_NAME - suffix.length) + suffix;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}

function safeSheetName(name: string): string {
  const allowed = name
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(NOT_XML, "")
    .replace(/^'+|'+$/g, "")
    .trim();
  return allowed.slice(0, MAX_SHEET_NAME).trim() || "1";
}
