import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { readZipDirectory, type ZipEntry } from "./zip-directory";

/**
 * Reads an uploaded spreadsheet in a thread of its own: hostile files cost a bounded amount of memory and time, and the
 * process goes on answering.
 */

export type SpreadsheetLimits = {
  bytes: number;
  /** To the last one with something in it, headings included. */
  rows: number;
  columns: number;
  /** With something in them, of all sheets together. */
  cells: number;
  zipEntries: number;
  /** Of all that is inflated together. */
  inflatedBytes: number;
  milliseconds: number;
  heapMegabytes: number;
};

export type SpreadsheetProblem =
  | "empty"
  | "tooLarge"
  | "tooManyRows"
  | "tooManyColumns"
  | "tooComplex"
  | "encrypted"
  | "damaged"
  | "notASpreadsheet";

/** By its bytes, whatever it is called. */
export type SpreadsheetFormat = "xls" | "xlsx" | "csv";

/** What a cell holds; a formula is never evaluated, nor the value taken that a program left of it. */
export type SheetCell = string | number | boolean | null | { formula: string } | { error: string };
export type Sheet<Cell = SheetCell> = { name: string; rows: Cell[][] };
type Failed = { ok: false; reason: SpreadsheetProblem };
export type SpreadsheetRead<Cell> = { ok: true; format: SpreadsheetFormat; sheets: Sheet<Cell>[] } | Failed;

/** From the project's root, since a bundler moves this module but not the worker's file. */
const WORKER_FILE = join(process.cwd(), "src/lib/spreadsheet-worker.mjs");

/** Compound files of Microsoft's: old workbooks, and new ones that are encrypted. */
const COMPOUND_FILE = "d0cf11e0";
/** PDF, RTF, and markup. */
const OTHER_TEXT = /^(?:%PDF|\{\\rtf|\s*<)/;

/** The format of a file by its first bytes; undefined for what is certainly no spreadsheet. */
export function spreadsheetFormat(file: Uint8Array): SpreadsheetFormat | undefined {
  const head = Buffer.from(file.buffer, file.byteOffset, Math.min(file.byteLength, 512));
  if (head.toString("hex", 0, 4) === COMPOUND_FILE) return "xls";
  if (head.toString("latin1", 0, 2) === "PK") return "xlsx";
  return OTHER_TEXT.test(head.toString("latin1")) ? undefined : "csv";
}

/** The first sheet with its cells as they are shown; never throws for what it is given. */
export function readShownSheet(
  file: Uint8Array,
  limits: SpreadsheetLimits,
): Promise<SpreadsheetRead<string>> {
  return readSpreadsheet<string>(file, limits, { shown: true, sheets: "first" });
}

/** Every sheet with the values of its cells; never throws for what it is given. */
export function readSheets(file: Uint8Array, limits: SpreadsheetLimits): Promise<SpreadsheetRead<SheetCell>> {
  return readSpreadsheet<SheetCell>(file, limits, { shown: false, sheets: "all" });
}

type Asked = { shown: boolean; sheets: "first" | "all" };

async function readSpreadsheet<Cell>(
  file: Uint8Array,
  limits: SpreadsheetLimits,
  asked: Asked,
): Promise<SpreadsheetRead<Cell>> {
  if (file.length === 0) return { ok: false, reason: "empty" };
  if (file.length > limits.bytes) return { ok: false, reason: "tooLarge" };
  const format = spreadsheetFormat(file);
  if (!format) return { ok: false, reason: "notASpreadsheet" };
  const entries = format === "xlsx" ? zipEntries(file, limits) : [];
  if (!Array.isArray(entries)) return entries;
  const kind = ({ xlsx: "zip", xls: "cfb", csv: "text" } as const)[format];
  const read = await inWorker<Cell>({ bytes: new Uint8Array(file), kind, entries, limits, ...asked });
  if (!Array.isArray(read)) return read;
  if (read.every(({ rows }) => rows.length === 0)) return { ok: false, reason: "empty" };
  return { ok: true, format, sheets: read };
}

/** The list of contents, where it is a workbook's and does not declare more than may be inflated. */
function zipEntries(file: Uint8Array, limits: SpreadsheetLimits): ZipEntry[] | Failed {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const entries = readZipDirectory(bytes, limits.zipEntries);
  if (!entries) return { ok: false, reason: "damaged" };
  if (!entries.some(({ name }) => name === "[Content_Types].xml"))
    return { ok: false, reason: "notASpreadsheet" };
  const declared = entries.reduce((sum, { size }) => sum + size, 0);
  return declared > limits.inflatedBytes ? { ok: false, reason: "tooComplex" } : entries;
}

type WorkerInput = Asked & {
  bytes: Uint8Array<ArrayBuffer>;
  kind: "zip" | "cfb" | "text";
  entries: ZipEntry[];
  limits: SpreadsheetLimits;
};
type Message<Cell> = {
  sheet?: string;
  rows?: Cell[][];
  end?: true;
  reason?: SpreadsheetProblem;
};

function inWorker<Cell>(input: WorkerInput): Promise<Sheet<Cell>[] | Failed> {
  const { limits } = input;
  return new Promise((resolve) => {
    const worker = new Worker(/* turbopackIgnore: true */ WORKER_FILE, {
      workerData: input,
      transferList: [input.bytes.buffer],
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 16 },
    });
    const sheets: Sheet<Cell>[] = [];
    const finish = (result: Sheet<Cell>[] | Failed) => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    const tooComplex = () => finish({ ok: false, reason: "tooComplex" });
    const timer = setTimeout(tooComplex, limits.milliseconds);
    worker.on("message", ({ sheet, rows, end, reason }: Message<Cell>) => {
      if (sheet !== undefined) sheets.push({ name: sheet, rows: [] });
      if (rows) sheets.at(-1)?.rows.push(...rows);
      if (end) finish(sheets);
      if (reason) finish({ ok: false, reason });
    });
    worker.once("error", tooComplex);
    worker.once("exit", tooComplex);
  });
}
