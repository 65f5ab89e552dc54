import { readFileSync } from "node:fs";
import { read, utils, write } from "@e965/xlsx";
import { foldText } from "@/lib/text-keys";

/** Files as other schools might send them: the template with its columns, headings, sheets and signs in other ways. */

type Cell = string | number;
type Variant = { name: string; file: Buffer; good: number };

const OTHER_HEADINGS: Record<string, readonly string[]> = {
  "Año escolar": ["Periodo escolar", "AÑO LECTIVO"],
  Grado: ["Grado o año", "Grado/Año"],
  Sección: ["Secc.", "SECCION"],
  Código: ["Cod.", "Matrícula"],
  Estatus: ["Status", "Condición"],
  Apellido: ["Apellidos", "APELLIDOS DEL ALUMNO"],
  Nombre: ["Nombres", "Nombres del estudiante"],
  "Cédula de identidad": ["C.I.", "Cédula", "N° de Cédula", "Documento de identidad"],
  "Cédula escolar": ["CEDULA_ESC", "C. Escolar"],
  "Fecha de nacimiento": ["F_NAC", "Fec. Nac.", "Fecha Nac."],
  Género: ["Sexo", "GENERO"],
  Dirección: ["Dir. de habitación", "Domicilio"],
  "Teléfono de habitación": ["Tlf. Habitación", "Telf. casa"],
  "Teléfono de emergencia": ["Tlf. Emergencia"],
  "Correo electrónico": ["E-mail", "Correo"],
  "Tipo de sangre": ["Grupo sanguíneo"],
  Talla: ["Estatura"],
  "Nombre de Representante": ["Nombres del Representante", "NOMBRE REPRESENTANTE"],
  "Apellido de Representante": ["Apellidos Rep.", "Apellido del Representante"],
  "Cédula de identidad de Representante": ["C.I. Representante", "Cédula del representante"],
  "Teléfono celular de Representante": ["Celular Representante", "Telf. móvil del Representante"],
  "Estado civil de Representante": ["Edo. civil Representante"],
  "Ingreso mensual de Representante": ["Sueldo Representante"],
  "Nombre de Autorizado": ["Nombre persona autorizada", "Nombres Autorizado"],
};

/** Numbers from a seed, from 0 to below 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Twenty files from the two of `tests/fixtures`, the same in every run. */
export function matriculaVariants(): Variant[] {
  const sources = [
    { name: "matricula-215.xls", good: 215 },
    { name: "matricula-dirty-300.xls", good: 290 },
  ].map((source) => ({ ...source, rows: rowsOf(source.name) }));
  return Array.from({ length: 20 }, (_, seed) => {
    const random = numbers(seed + 1);
    const source = sources[seed % 2] ?? sources[0];
    if (!source) throw new Error("No source");
    const [headers = [], ...data] = source.rows.slice(2);
    const order = columnOrder(headers, seed, random);
    const said = sayHeadings(headers.map(String), { seed, random });
    const pick = (row: readonly Cell[]) => order.map((column) => row[column] ?? "");
    const loseAccents = (cell: Cell) => (typeof cell === "string" && seed % 5 === 3 ? bare(cell) : cell);
    const titles = Array.from({ length: seed % 8 }, (_, n): Cell[] =>
      n % 2 ? [] : [`U.E. de prueba ${n}`, "2025-2026"],
    );
    const table = [...titles, pick(said), ...data.map((row) => pick(row).map(loseAccents))];
    const kind = (["xlsx", "csv", "sheets", "xlsx", "csv;"] as const)[seed % 5] ?? "xlsx";
    return {
      name: `${seed + 1}: ${source.name}, header in row ${titles.length + 1}, ${kind}`,
      file: fileOf(table, kind),
      good: source.good,
    };
  });
}

function rowsOf(name: string): Cell[][] {
  const book = read(readFileSync(`tests/fixtures/${name}`), { type: "buffer" });
  const [first = ""] = book.SheetNames;
  const sheet = book.Sheets[first];
  return sheet ? utils.sheet_to_json<Cell[]>(sheet, { header: 1, raw: true, defval: "" }) : [];
}

/** As it is; the student's columns shuffled; persons first; all shuffled, where a person's columns keep their order. */
function columnOrder(headers: readonly Cell[], seed: number, random: () => number): number[] {
  const all = headers.map((_, index) => index);
  const [own, others] = [all.slice(0, 40), all.slice(40)];
  if (seed % 4 === 0) return all;
  if (seed % 4 === 1) return [...shuffled(own, random), ...others];
  if (seed % 4 === 2) return [...others, ...shuffled(own, random)];
  const order = shuffled(all, random);
  // The first of three columns of one name stays before the second.
  const byName = new Map<Cell, number[]>();
  for (const index of all)
    byName.set(headers[index] ?? "", [...(byName.get(headers[index] ?? "") ?? []), index]);
  const next = new Map([...byName].map(([name, columns]) => [name, [...columns]]));
  return order.map((index) => next.get(headers[index] ?? "")?.shift() ?? index);
}

function sayHeadings(
  headers: readonly string[],
  { seed, random }: { seed: number; random: () => number },
): Cell[] {
  return headers.map((header) => {
    const others = OTHER_HEADINGS[header] ?? [];
    const other = seed % 3 === 1 ? others[Math.floor(random() * others.length)] : undefined;
    const said = other ?? header;
    if (seed % 5 === 3) return bare(said);
    return seed % 7 === 2 ? said.toUpperCase() : said;
  });
}

function bare(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}

function fileOf(table: Cell[][], kind: "xlsx" | "csv" | "csv;" | "sheets"): Buffer {
  if (kind === "csv" || kind === "csv;") {
    const sign = kind === "csv" ? "," : ";";
    const quoted = (cell: Cell) =>
      /[",;\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);
    return Buffer.from(table.map((row) => row.map(quoted).join(sign)).join("\r\n"), "latin1");
  }
  const book = utils.book_new();
  if (kind === "sheets")
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([["Instrucciones"], ["Escriba la cédula", "Nombre"]]),
      "Leer",
    );
  utils.book_append_sheet(book, utils.aoa_to_sheet(table), foldText("Matrícula"));
  return Buffer.from(write(book, { type: "buffer", bookType: "xlsx", compression: true }));
}
