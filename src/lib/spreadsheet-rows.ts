import { join } from "node:path";
import { Worker } from "node:worker_threads";
import Papa from "papaparse";
import { readZipDirectory, type ZipEntry } from "./zip-directory";

/** Reads a small uploaded table; hostile files cost a bounded amount of memory and time. */

export const SPREADSHEET_LIMITS = {
  bytes: 2_000_000,
  rows: 1_001,
  columns: 20,
  zipEntries: 200,
  /** Of all that is inflated together. */
  inflatedBytes: 16_000_000,
  milliseconds: 10_000,
  heapMegabytes: 192,
} as const;

export type SpreadsheetProblem =
  | "empty"
  | "tooLarge"
  | "tooManyRows"
  | "tooManyColumns"
  | "tooComplex"
  | "oldExcel"
  | "notASpreadsheet";
export type SpreadsheetRows = { ok: true; rows: string[][] } | { ok: false; reason: SpreadsheetProblem };

/** From the project's root, since a bundler moves this module but not the worker's file. */
const WORKER_FILE = join(process.cwd(), "src/lib/spreadsheet-worker.mjs");

/** Rows of the first sheet of an .xlsx, or of a .csv in UTF-8, UTF-16 or Windows-1252; never throws for what it is given. */
export async function readSpreadsheetRows(file: Uint8Array): Promise<SpreadsheetRows> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > SPREADSHEET_LIMITS.bytes) return { ok: false, reason: "tooLarge" };
  if (bytes.toString("hex", 0, 4) === "d0cf11e0") return { ok: false, reason: "oldExcel" };
  const rows = bytes.toString("latin1", 0, 2) === "PK" ? await xlsxRows(bytes) : csvRows(bytes);
  return rows.ok && rows.rows.length === 0 ? { ok: false, reason: "empty" } : rows;
}

function csvRows(bytes: Buffer): SpreadsheetRows {
  const text = decodeText(bytes);
  if (text.includes("\u0000")) return { ok: false, reason: "notASpreadsheet" };
  const { data } = Papa.parse<string[]>(text, {
    delimitersToGuess: [",", ";", "\t"],
    preview: SPREADSHEET_LIMITS.rows + 1_000,
  });
  const last = data.findLastIndex((row) => row.some((cell) => cell.trim() !== ""));
  const rows = data.slice(0, last + 1);
  if (rows.length > SPREADSHEET_LIMITS.rows) return { ok: false, reason: "tooManyRows" };
  if (rows.some((row) => row.length > SPREADSHEET_LIMITS.columns))
    return { ok: false, reason: "tooManyColumns" };
  return { ok: true, rows };
}

/** Text of a CSV file: by its BOM, else UTF-8, else what Spanish Excel writes. */
function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

async function xlsxRows(bytes: Buffer): Promise<SpreadsheetRows> {
  const entries = readZipDirectory(bytes, SPREADSHEET_LIMITS.zipEntries);
  if (!entries?.some(({ name }) => name === "[Content_Types].xml"))
    return { ok: false, reason: "notASpreadsheet" };
  const declared = entries.reduce((sum, { size }) => sum + size, 0);
  if (declared > SPREADSHEET_LIMITS.inflatedBytes) return { ok: false, reason: "tooComplex" };
  return parseInWorker(bytes, entries);
}

function parseInWorker(bytes: Buffer, entries: ZipEntry[]): Promise<SpreadsheetRows> {
  return new Promise((resolve) => {
    const worker = new Worker(/* turbopackIgnore: true */ WORKER_FILE, {
      workerData: {
        bytes: new Uint8Array(bytes),
        entries,
        maxInflatedBytes: SPREADSHEET_LIMITS.inflatedBytes,
        maxRows: SPREADSHEET_LIMITS.rows,
        maxColumns: SPREADSHEET_LIMITS.columns,
      },
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: SPREADSHEET_LIMITS.heapMegabytes,
        maxYoungGenerationSizeMb: 32,
      },
    });
    const finish = (result: SpreadsheetRows) => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    const timer = setTimeout(
      () => finish({ ok: false, reason: "tooComplex" }),
      SPREADSHEET_LIMITS.milliseconds,
    );
    worker.once("message", finish);
    worker.once("error", () => finish({ ok: false, reason: "tooComplex" }));
    worker.once("exit", () => finish({ ok: false, reason: "tooComplex" }));
  });
}
