import Papa from "papaparse";
import { delimiterOf, isBlankRow, linesOf, type TableRow, tableRows } from "@/lib/table-text";
import { foldText } from "@/lib/text-keys";
import { MAX_INVITATION_LINES, MAX_INVITATION_LIST_BYTES } from "./invitation";
import { type InvitationEntry, readParts, splitLine, tidyFields } from "./invitation-line";

export type ParsedInvitationList =
  | { ok: true; entries: InvitationEntry[] }
  | { ok: false; reason: "listEmpty" | "listTooLarge" | "listTooLong" };

/** What helps to tell the parts of a free line apart: folded names (`foldText`) of the school's classes. */
export type KnownNames = { classNames?: ReadonlySet<string> | ReadonlyMap<string, unknown> };

const HEADERS: Record<"email" | "name" | "role" | "class" | "surname", readonly string[]> = {
  email: ["email", "e mail", "mail", "email address", "correo", "correo electronico", "direccion de correo"],
  name: ["name", "full name", "first name", "nombre", "nombres", "nombre completo", "nombre y apellido"],
  surname: ["last name", "surname", "apellido", "apellidos"],
  role: ["role", "rol", "cargo", "funcion"],
  class: ["class", "classroom", "group", "clase", "curso", "grupo", "seccion", "aula"],
};
type Column = keyof typeof HEADERS;
type Columns = Partial<Record<Column, number>>;

/**
 * Entries of a CSV with a header (English or Spanish names, columns in any order; comma, semicolon or tab) or of
 * free lines; blank lines are skipped but counted. Never throws, and never loses a line to a stray quote.
 */
export function parseInvitationList(text: string, known: KnownNames = {}): ParsedInvitationList {
  if (text.length > MAX_INVITATION_LIST_BYTES) return { ok: false, reason: "listTooLarge" };
  const clean = text.replace(/^\uFEFF/, "");
  const lines = linesOf(clean);
  const headerLine = lines.find((line) => line.trim() !== "") ?? "";
  const delimiter = delimiterOf(headerLine);
  const header = columnsOf(Papa.parse<string[]>(headerLine, { delimiter }).data[0] ?? []);
  if (!header) return capped(lines.flatMap((line, index) => freeEntry(line, index + 1, known)));
  return capped(entriesUnder(header, tableRows(clean, delimiter)));
}

/** Entries of rows read from a spreadsheet, with a header or without; the first row is line 1. */
export function parseInvitationRows(rows: readonly string[][], known: KnownNames = {}): ParsedInvitationList {
  const header = columnsOf(rows.find((row) => !isBlankRow(row)) ?? []);
  const numbered = rows.map((cells, index) => ({ line: index + 1, cells }));
  if (header) return capped(entriesUnder(header, numbered));
  return capped(
    numbered.flatMap(({ line, cells }) => {
      const parts = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
      return parts.length === 0
        ? []
        : [{ line, raw: parts.join(", "), ...readParts(parts, isClassIn(known)) }];
    }),
  );
}

function capped(entries: InvitationEntry[]): ParsedInvitationList {
  if (entries.length === 0) return { ok: false, reason: "listEmpty" };
  return entries.length > MAX_INVITATION_LINES ? { ok: false, reason: "listTooLong" } : { ok: true, entries };
}

function freeEntry(line: string, number: number, known: KnownNames): InvitationEntry[] {
  if (line.trim() === "") return [];
  return [{ line: number, raw: line.trim(), ...readParts(splitLine(line), isClassIn(known)) }];
}

function isClassIn(known: KnownNames): (folded: string) => boolean {
  return (folded) => known.classNames?.has(folded) ?? false;
}

/** Where the known columns are, if this row is a header: it names an e-mail column and holds no address. */
function columnsOf(cells: readonly string[]): Columns | undefined {
  if (cells.some((cell) => cell.includes("@"))) return undefined;
  const columns: Columns = {};
  cells.forEach((cell, index) => {
    const folded = foldText(cell);
    for (const column of Object.keys(HEADERS) as Column[])
      if (HEADERS[column].includes(folded)) columns[column] ??= index;
  });
  return columns.email === undefined ? undefined : columns;
}

function entriesUnder(columns: Columns, rows: readonly TableRow[]): InvitationEntry[] {
  const [, ...body] = rows.filter(({ cells }) => !isBlankRow(cells));
  return body.map(({ line, cells }) => {
    const cell = (column: Column) => cells[columns[column] ?? -1] ?? "";
    return tidyFields({
      line,
      raw: cells.join(",").trim(),
      email: cell("email").trim(),
      name: `${cell("name")} ${cell("surname")}`,
      roleText: cell("role"),
      className: cell("class"),
    });
  });
}
