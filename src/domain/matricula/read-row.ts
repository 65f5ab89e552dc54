import type { SheetCell } from "@/lib/spreadsheet-file";
import { GUARDIAN_TYPES } from "../student-list";
import { cellText, cellTrouble, columnLetter, shownCell } from "./cells";
import { AUTHORIZED_PLACES, columnOf, MATRICULA_COLUMNS, type MatriculaColumn } from "./columns";
import { type FieldValue, readValue } from "./read-value";
import type { CellText, Reading } from "./reading";

/** Something about a cell: it keeps the row out, or is told and does not. */
export type RowProblem = {
  /** The spreadsheet's own letters; "" where the file has no such column. */
  column: string;
  field: string;
  value: string;
  /** A key of the `errors` messages. */
  code: string;
  fatal: boolean;
  values?: Record<string, string | number>;
};

/** What a row says, by field; what it says nothing of is not there. */
export type RowValues = ReadonlyMap<string, FieldValue>;
export type ReadRow = { values: RowValues; problems: RowProblem[] };

/** Fields of the student whose unreadable value keeps the row out, though they may be empty. */
const MUST_BE_READABLE = new Set([
  "student.year",
  "student.status",
  "student.cedula",
  "student.schoolCedula",
]);
/** A person's own number: what would be taken for somebody else's is refused. */
const IDENTITY = /^(?:guardian\.\w+|authorized\.\d)\.cedula$/;

const MAX_SHOWN = 200;

/** Reads rows of a file whose columns mean `fields`; the same cell is read once however often it stands there. */
export function rowReader(fields: readonly (string | null)[], today: string) {
  const columns = fields.flatMap((field, index) => {
    const column = field === null ? undefined : columnOf(field);
    return column && column.type !== "derived" ? [{ index, column, read: remembering(column, today) }] : [];
  });
  const letters = new Map(columns.map(({ index, column }) => [column.field, columnLetter(index)]));
  const required = MATRICULA_COLUMNS.filter((column) => column.required && column.type !== "cedula");

  return (cells: readonly SheetCell[]): ReadRow => {
    const values = new Map<string, FieldValue>();
    const problems: RowProblem[] = [];
    const note = (field: string, value: string, told: Omit<RowProblem, "column" | "field" | "value">) => {
      problems.push({ column: letters.get(field) ?? "", field, value: value.slice(0, MAX_SHOWN), ...told });
    };
    for (const { index, column, read } of columns) {
      const cell = cells[index];
      const trouble = cellTrouble(cell);
      if (trouble) note(column.field, trouble.value, { code: trouble.code, fatal: true });
      const text = cellText(cell);
      if (text === undefined) continue;
      const reading = read(text);
      if (reading.ok) {
        values.set(column.field, reading.value);
        if (reading.warning) note(column.field, shownCell(cell), { code: reading.warning, fatal: false });
      } else {
        const { code, values: gaps } = reading;
        note(column.field, shownCell(cell), { code, fatal: keepsOut(column), ...(gaps && { values: gaps }) });
      }
    }
    takeSchoolCedula(values);
    const said = new Set([...values.keys(), ...problems.map(({ field }) => field)]);
    for (const { field } of required)
      if (!said.has(field)) note(field, "", { code: "matricula.missing", fatal: true });
    if (!said.has("student.cedula") && !said.has("student.schoolCedula"))
      note("student.cedula", "", { code: "matricula.cedulaMissing", fatal: true });
    for (const prefix of PERSONS) checkPerson(prefix, values, note);
    return { values, problems };
  };
}

const PERSONS = [
  ...GUARDIAN_TYPES.map((type) => `guardian.${type}`),
  ...AUTHORIZED_PLACES.map((place) => `authorized.${place}`),
];
const PERSON_FIELDS = new Map(
  PERSONS.map((prefix) => [
    prefix,
    MATRICULA_COLUMNS.flatMap(({ field }) => (field.startsWith(`${prefix}.`) ? [field] : [])),
  ]),
);

function keepsOut(column: MatriculaColumn): boolean {
  return column.required === true || MUST_BE_READABLE.has(column.field) || IDENTITY.test(column.field);
}

/** A form that says "Cédula escolar" may have its number in the column of cédulas. */
function takeSchoolCedula(values: Map<string, FieldValue>): void {
  const number = values.get("student.cedula");
  if (values.get("student.documentKind") !== "school_cedula" || typeof number !== "string") return;
  if (!values.has("student.schoolCedula")) values.set("student.schoolCedula", number.slice(1));
  values.delete("student.cedula");
}

/** A person without a name and a number is nobody: what else the row says of them is told and left out. */
function checkPerson(
  prefix: string,
  values: Map<string, FieldValue>,
  note: (field: string, value: string, told: { code: string; fatal: boolean }) => void,
): void {
  const isNamed = ["firstNames", "lastNames", "cedula"].some((attribute) =>
    values.has(`${prefix}.${attribute}`),
  );
  if (isNamed) return;
  const said = (PERSON_FIELDS.get(prefix) ?? []).filter((field) => values.has(field));
  for (const field of said) values.delete(field);
  // Forms with boxes that are filled in for nobody: a kind of document, or a "No".
  const telling = said.filter(
    (field) => !/\.(?:documentKind|isPrimaryContact|nationality|relationship)$/.test(field),
  );
  if (telling.length > 0)
    note(`${prefix}.firstNames`, "", { code: "matricula.personWithoutName", fatal: false });
}

function remembering(column: MatriculaColumn, today: string): (cell: CellText) => Reading<FieldValue> {
  const known = new Map<CellText, Reading<FieldValue>>();
  return (cell) => {
    const before = known.get(cell);
    if (before) return before;
    const reading = readValue(column, cell, today);
    known.set(cell, reading);
    return reading;
  };
}
