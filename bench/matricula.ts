import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils, write } from "@e965/xlsx";
import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import { ROOT } from "../scripts/lib/paths";

type Cell = string | number;

const HEADER_ROWS = 3;
/** So far apart are the numbers of one family and its copy. */
const APART = 1_000_000;

/** A Matrícula of so many students, all 122 columns filled as in the clean file, whose families are copied whole. */
export function matriculaOf(count: number): Buffer {
  const book = read(readFileSync(join(ROOT, "tests/fixtures/matricula-215.xls")), { type: "buffer" });
  const [name = ""] = book.SheetNames;
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error("The clean file has no sheet");
  const rows = utils.sheet_to_json<Cell[]>(sheet, { header: 1, raw: true, defval: "" });
  const data = rows.slice(HEADER_ROWS);
  const numbered = MATRICULA_COLUMNS.flatMap(({ type }, index) => (type === "cedula" ? [index] : []));
  const codes = MATRICULA_COLUMNS.findIndex(({ field }) => field === "student.code");
  const many = Array.from({ length: count }, (_, index) => {
    const copy = Math.floor(index / data.length);
    const row = [...(data[index % data.length] ?? [])];
    for (const column of numbered) row[column] = shifted(row[column] ?? "", copy * APART);
    row[codes] = `UE-${index + 1}`;
    return row;
  });
  const out = utils.book_new();
  utils.book_append_sheet(out, utils.aoa_to_sheet([...rows.slice(0, HEADER_ROWS), ...many]), name);
  return Buffer.from(write(out, { type: "buffer", bookType: "xlsx", compression: true }));
}

function shifted(cedula: Cell, by: number): Cell {
  const digits = String(cedula).replace(/\D/g, "");
  return digits === "" ? "" : Number(digits) + by;
}
