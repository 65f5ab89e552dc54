import { yearNameOf } from "../academic-year";
import { MAX_SECTION_NAME, sectionNameOf } from "../academics-list";
import { parseEmail } from "../email";
import { readCedula, readSchoolCedula } from "../identity/cedula";
import { readBirthDate, readDay } from "../identity/day";
import { readGender } from "../identity/gender";
import { properName } from "../identity/names";
import { readPhone } from "../identity/phone";
import type { ColumnType, MatriculaColumn } from "./columns";
import { readHeight, readIncome, readListNumber, readNumber, readWeight } from "./numbers";
import { type CellText, type Reading, textOf } from "./reading";
import {
  readBloodType,
  readCivilStatus,
  readDocumentKind,
  readRelationship,
  readStatus,
  readYesNo,
} from "./words";

/** A normalised value: what the record holds. */
export type FieldValue = string | number | boolean;
type Reader = (cell: CellText, today: string) => Reading<FieldValue>;

const MAX_NAME = 120;
const MAX_TEXT = 500;
const MAX_NOTES = 2_000;
/** Days as a file without formats has them: 45925. Of five figures, since four are a year. */
const SERIAL_TEXT = /^[1-9][0-9]{4}(?:[.,]0+)?$/;
/** Between two numbers in one cell. */
const BETWEEN_PHONES = /\s*(?:[;,/|]|\s[yoYO-]\s)\s*/u;

const READERS: Record<Exclude<ColumnType, "derived">, Reader> = {
  text: (cell) => limited(textOf(cell), MAX_TEXT),
  name: (cell) => readName(textOf(cell)),
  date: (cell, today) => readDay(asSerial(cell), Number(today.slice(0, 4))),
  number: readNumber,
  integer: readListNumber,
  cedula: (cell) => readCedula(numberOrText(cell)),
  school_cedula: (cell) => readSchoolCedula(numberOrText(cell)),
  document_kind: (cell) => readDocumentKind(textOf(cell)),
  gender: (cell) => readGender(textOf(cell)),
  phone: (cell) => readPhones(cell),
  email: (cell) => readEmail(textOf(cell)),
  grade: (cell) => limited(textOf(cell), MAX_NAME),
  section: (cell) => limited(sectionNameOf(textOf(cell)), MAX_SECTION_NAME),
  year: (cell) => limited(yearNameOf(textOf(cell)) ?? textOf(cell), MAX_SECTION_NAME),
  status: (cell) => readStatus(textOf(cell)),
  blood_type: (cell) => readBloodType(textOf(cell)),
  relationship: (cell) => readRelationship(textOf(cell)),
  civil_status: (cell) => readCivilStatus(textOf(cell)),
  yes_no: (cell) => (typeof cell === "boolean" ? { ok: true, value: cell } : readYesNo(textOf(cell))),
};

/** Of attributes that ask for more than their type does. */
const OF_ATTRIBUTE: Record<string, Reader> = {
  birthDate: (cell, today) => readBirthDate(asSerial(cell), today),
  weightKg: readWeight,
  heightCm: readHeight,
  monthlyIncome: readIncome,
  notes: (cell) => limited(textOf(cell), MAX_NOTES),
};

/** Reads what a cell of the column says; `today` (ISO) is the last day on which somebody can have been born. */
export function readValue(column: MatriculaColumn, cell: CellText, today: string): Reading<FieldValue> {
  if (column.type === "derived") throw new Error(`${column.field} is not read`);
  const attribute = column.field.slice(column.field.lastIndexOf(".") + 1);
  return (OF_ATTRIBUTE[attribute] ?? READERS[column.type])(cell, today);
}

function limited(text: string, max: number): Reading<string> {
  return text.length > max
    ? { ok: false, code: "matricula.tooLong", values: { max } }
    : { ok: true, value: text };
}

function readName(text: string): Reading<string> {
  const name = properName(text);
  return /\p{L}/u.test(name) && !/[<>={}[\]]/u.test(name)
    ? limited(name, MAX_NAME)
    : { ok: false, code: "matricula.nameUnreadable" };
}

function readEmail(text: string): Reading<string> {
  const parsed = parseEmail(text);
  return parsed.ok ? { ok: true, value: parsed.email } : { ok: false, code: `email.${parsed.reason}` };
}

/** One phone number; of several in one cell the first, with a warning. */
function readPhones(cell: CellText): Reading<string> {
  const whole = readPhone(numberOrText(cell));
  if (whole.ok || typeof cell !== "string") return whole;
  const parts = cell.split(BETWEEN_PHONES).filter((part) => part.trim() !== "");
  const first = parts.length > 1 ? readPhone(parts[0] ?? "") : whole;
  return first.ok ? { ok: true, value: first.value, warning: "matricula.phoneFirst" } : whole;
}

function numberOrText(cell: CellText): string | number {
  return typeof cell === "boolean" ? textOf(cell) : cell;
}

function asSerial(cell: CellText): string | number {
  if (typeof cell !== "string") return typeof cell === "boolean" ? textOf(cell) : cell;
  const text = cell.trim();
  return SERIAL_TEXT.test(text) ? Number.parseInt(text, 10) : text;
}
