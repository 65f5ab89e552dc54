// Runs in a worker thread with limits on memory and time: see spreadsheet-file.ts, which says what it is given.
import { parentPort, workerData } from "node:worker_threads";
import { inflateRawSync } from "node:zlib";

/** The parts that cells are made of; pictures, macros and the like are never inflated. */
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/;
const LOCAL_HEADER_LENGTH = 30;
/** Rows that go to the server at once, which answers others between two parts. */
const ROWS_A_PART = 500;
/** Excel holds no more; a .csv may. */
const MAX_CELL_TEXT = 32_767;
/** Days between the two calendars of spreadsheets. */
const DAYS_TO_1904 = 1_462;

/** What spreadsheets show for the errors that they keep as numbers. */
const ERRORS = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

/** A refusal that has a name, unlike a parser's own error. */
class Refusal extends Error {}

const { bytes, kind, entries, limits, shown, sheets: which } = workerData;

/** Inflates by what is really there: declared sizes may lie, so the budget is enforced by zlib itself. */
function unpack(CFB, file, budget) {
  const archive = CFB.utils.cfb_new();
  let left = budget;
  for (const { name, method, compressedSize, offset } of entries) {
    if (!NEEDED.test(name)) continue;
    const start =
      offset + LOCAL_HEADER_LENGTH + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
    const packed = file.subarray(start, start + compressedSize);
    if (left <= 0) throw new Refusal("tooComplex");
    const content = method === 0 ? packed : inflate(packed, left);
    left -= content.length;
    if (left < 0) throw new Refusal("tooComplex");
    CFB.utils.cfb_add(archive, name, content);
  }
  return archive;
}

function inflate(packed, maxOutputLength) {
  try {
    return inflateRawSync(packed, { maxOutputLength });
  } catch (error) {
    throw error.code === "ERR_BUFFER_TOO_LARGE" ? new Refusal("tooComplex") : error;
  }
}

/** What a cell holds. As shown it is text; else a formula is told apart from a value, and is never evaluated. */
function cellValue(cell, { SSF, is1904 }) {
  if (!cell) return null;
  if (shown) return String(cell.w ?? cell.v ?? "");
  if (cell.f !== undefined) return { formula: `=${cell.f}`.slice(0, MAX_CELL_TEXT) };
  if (cell.t === "e") return { error: ERRORS[cell.v] ?? "#ERROR" };
  if (cell.t === "n" && is1904 && SSF.is_date(cell.z ?? "")) return cell.v + DAYS_TO_1904;
  if (cell.v instanceof Date) return null;
  return cell.v ?? null;
}

function isBlank(value) {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/** Rows of a sheet up to its last one with something in it; a blank cell is null, or "" where text is asked for. */
function rowsOf(lines, counted) {
  const blank = shown ? "" : null;
  const rows = [];
  lines.forEach((values, rowIndex) => {
    values?.forEach((value, columnIndex) => {
      if (isBlank(value)) return;
      if (rowIndex >= limits.rows) throw new Refusal("tooManyRows");
      if (columnIndex >= limits.columns) throw new Refusal("tooManyColumns");
      counted.cells += 1;
      if (counted.cells > limits.cells) throw new Refusal("tooComplex");
      while (rows.length <= rowIndex) rows.push([]);
      const row = rows[rowIndex];
      while (row.length < columnIndex) row.push(blank);
      row[columnIndex] = typeof value === "string" ? value.slice(0, MAX_CELL_TEXT) : value;
    });
  });
  return rows;
}

async function workbookSheets(file) {
  const XLSX = await import("@e965/xlsx");
  const options = {
    type: "buffer",
    dense: true,
    // Their text is not run: it is read to know that there is one.
    cellFormula: !shown,
    cellHTML: false,
    cellText: shown,
    cellNF: !shown,
    ...(which === "first" && { sheets: 0 }),
  };
  const workbook =
    kind === "zip"
      ? XLSX.parse_zip(unpack(XLSX.CFB, file, limits.inflatedBytes), options)
      : XLSX.read(file, options);
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const names = which === "first" ? workbook.SheetNames.slice(0, 1) : workbook.SheetNames;
  return names.map((name) => {
    const data = workbook.Sheets[name]?.["!data"] ?? [];
    const lines = data.map((cells) => cells?.map((cell) => cellValue(cell, { SSF: XLSX.SSF, is1904 })));
    return { name, lines };
  });
}

/** Text of a CSV file: by its BOM, else UTF-8, else what Spanish Excel writes. */
function decodeText(file) {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder("utf-16le").decode(file);
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder("utf-16be").decode(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return new TextDecoder("windows-1252").decode(file);
  }
}

/** What parts the cells: the sign that stands most often in the first lines, outside of quotes. */
function delimiterOf(text) {
  const head = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, "")
    .split(/\r\n|\n|\r/, 30)
    .join("");
  const [first] = [",", ";", "\t"]
    .map((sign) => ({ sign, count: head.split(sign).length }))
    .sort((a, b) => b.count - a.count);
  return first.sign;
}

async function textSheets(file) {
  const { default: Papa } = await import("papaparse");
  const text = decodeText(file);
  if (text.includes("\u0000")) throw new Refusal("notASpreadsheet");
  const { data, meta } = Papa.parse(text, {
    delimiter: delimiterOf(text),
    preview: limits.rows + 1_000,
  });
  if (meta.truncated) throw new Refusal("tooManyRows");
  return [{ name: "", lines: shown ? data : data.map((cells) => cells.map(typed)) }];
}

/** Text of a .csv as a spreadsheet program would take it: a formula is one, and an apostrophe marks what is none. */
function typed(text) {
  if (/^\s*=/.test(text)) return { formula: text.trim().slice(0, MAX_CELL_TEXT) };
  return /^'[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text;
}

/** The reason behind a parser's own error. */
function reasonOf(error) {
  if (error instanceof Refusal) return error.message;
  if (/password|encrypt/i.test(String(error?.message))) return "encrypted";
  return kind === "text" ? "notASpreadsheet" : "damaged";
}

try {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sheets = await (kind === "text" ? textSheets(file) : workbookSheets(file));
  const counted = { cells: 0 };
  for (const { name, lines } of sheets) {
    const rows = rowsOf(lines, counted);
    parentPort.postMessage({ sheet: name });
    for (let start = 0; start < rows.length; start += ROWS_A_PART)
      parentPort.postMessage({ rows: rows.slice(start, start + ROWS_A_PART) });
  }
  parentPort.postMessage({ end: true });
} catch (error) {
  parentPort.postMessage({ reason: reasonOf(error) });
}
