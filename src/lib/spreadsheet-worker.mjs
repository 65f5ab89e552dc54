// Runs in a worker thread with limits on memory and time: see spreadsheet-rows.ts.
import { parentPort, workerData } from "node:worker_threads";
import { inflateRawSync } from "node:zlib";
import * as XLSX from "@e965/xlsx";

/** The parts that cells are made of; pictures, macros and the like are never inflated. */
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/;
const LOCAL_HEADER_LENGTH = 30;

/** A refusal that has a name, unlike a parser's own error. */
class Refusal extends Error {}

/** Inflates by what is really there: declared sizes may lie, so the budget is enforced by zlib itself. */
function unpack(bytes, entries, budget) {
  const archive = XLSX.CFB.utils.cfb_new();
  let left = budget;
  for (const { name, method, compressedSize, offset } of entries) {
    if (!NEEDED.test(name)) continue;
    const start =
      offset + LOCAL_HEADER_LENGTH + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const packed = bytes.subarray(start, start + compressedSize);
    if (left <= 0) throw new Refusal("tooComplex");
    const content = method === 0 ? packed : inflate(packed, left);
    left -= content.length;
    if (left < 0) throw new Refusal("tooComplex");
    XLSX.CFB.utils.cfb_add(archive, name, content);
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

/** Rows of the first sheet as it shows them; trailing blank rows and cells are left off. */
function rowsOf(workbook, maxRows, maxColumns) {
  const [first] = workbook.SheetNames;
  const data = workbook.Sheets[first]?.["!data"] ?? [];
  const rows = [];
  data.forEach((cells, rowIndex) => {
    cells?.forEach((cell, columnIndex) => {
      const text = String(cell?.w ?? cell?.v ?? "");
      if (text.trim() === "") return;
      if (rowIndex >= maxRows) throw new Refusal("tooManyRows");
      if (columnIndex >= maxColumns) throw new Refusal("tooManyColumns");
      while (rows.length <= rowIndex) rows.push([]);
      const row = rows[rowIndex];
      while (row.length < columnIndex) row.push("");
      row[columnIndex] = text;
    });
  });
  return rows;
}

const { bytes, entries, maxInflatedBytes, maxRows, maxColumns } = workerData;
try {
  const archive = unpack(Buffer.from(bytes), entries, maxInflatedBytes);
  const workbook = XLSX.parse_zip(archive, {
    type: "buffer",
    dense: true,
    cellFormula: false,
    cellHTML: false,
    sheets: 0,
  });
  parentPort.postMessage({ ok: true, rows: rowsOf(workbook, maxRows, maxColumns) });
} catch (error) {
  parentPort.postMessage({ ok: false, reason: error instanceof Refusal ? error.message : "notASpreadsheet" });
}
