import type { RowProblem } from "@/domain/matricula/read-row";
import { foldText } from "@/lib/text-keys";
import type { FileRow, School, Student } from "./types";
import { fullName, problem } from "./values";

export type Identified = { student: Student | undefined; problems: RowProblem[] };

const KEYS = [
  ["student.cedula", "cedula", "matricula.repeated"],
  ["student.schoolCedula", "schoolCedula", "matricula.repeated"],
  ["student.code", "code", "matricula.codeRepeated"],
] as const;

/**
 * Which student of the school each row is about: by cédula, else by cédula escolar, else by code. The first row that
 * names somebody wins, whatever else is wrong with it; a later one is refused and names the first.
 */
export function identify(rows: readonly FileRow[], school: School): Identified[] {
  const known = {
    cedula: keyed(school.students, ({ cedula }) => cedula),
    schoolCedula: keyed(school.students, ({ schoolCedula }) => schoolCedula),
    code: keyed(school.students, ({ code }) => code),
  };
  const first = {
    cedula: new Map<string, number>(),
    schoolCedula: new Map<string, number>(),
    code: new Map(),
  };
  const rowOf = new Map<string, number>();
  return rows.map((row) => {
    const problems: RowProblem[] = [];
    for (const [field, key, code] of KEYS) {
      const value = text(row, field);
      if (value === undefined) continue;
      const before = first[key].get(value);
      if (before === undefined) first[key].set(value, row.rowNumber);
      else problems.push(problem(field, code, { value, values: { row: before } }));
    }
    const { student, refusals } = match(row, known);
    problems.push(...refusals);
    if (student && problems.length === 0) {
      const before = rowOf.get(student.id);
      if (before === undefined) rowOf.set(student.id, row.rowNumber);
      else problems.push(problem("student.cedula", "matricula.sameStudent", { values: { row: before } }));
      if (student.lockedAt) problems.push(problem("student.cedula", "student.locked"));
    }
    return { student, problems };
  });
}

type Known = Record<"cedula" | "schoolCedula" | "code", Map<string, Student>>;

function match(row: FileRow, known: Known): { student: Student | undefined; refusals: RowProblem[] } {
  const [cedula, schoolCedula, code] = KEYS.map(([field]) => text(row, field));
  const byCedula = cedula === undefined ? undefined : known.cedula.get(cedula);
  const bySchool = schoolCedula === undefined ? undefined : known.schoolCedula.get(schoolCedula);
  const byCode = code === undefined ? undefined : known.code.get(code);
  const isNoOther = (student: Student) =>
    !differs(student.cedula, cedula) && !differs(student.schoolCedula, schoolCedula);
  let student = byCedula;
  if (!student && bySchool && !differs(bySchool.cedula, cedula)) student = bySchool;
  if (!student && byCode && isNoOther(byCode) && (sharesNumber(byCode, row) || isNamesake(byCode, row)))
    student = byCode;
  const refusals: RowProblem[] = [];
  const taken = (field: string, code: string, value: string, by: Student) =>
    refusals.push(problem(field, code, { value, values: { name: fullName(by) } }));
  if (bySchool && bySchool !== student)
    taken("student.schoolCedula", "matricula.schoolCedulaTaken", schoolCedula ?? "", bySchool);
  if (byCode && byCode !== student) taken("student.code", "matricula.codeTaken", code ?? "", byCode);
  return { student, refusals };
}

function differs(known: string | null, said: string | undefined): boolean {
  return known !== null && said !== undefined && known !== said;
}

/** Whether the record and the row have a number in common, beside the code. */
function sharesNumber(student: Student, row: FileRow): boolean {
  return (
    (student.cedula !== null && student.cedula === text(row, "student.cedula")) ||
    (student.schoolCedula !== null && student.schoolCedula === text(row, "student.schoolCedula"))
  );
}

// A code may have been given again: without another number, only the name says that it is the same student.
function isNamesake(student: Student, row: FileRow): boolean {
  const said = `${row.values.get("student.firstNames") ?? ""} ${row.values.get("student.lastNames") ?? ""}`;
  return foldText(fullName(student)) === foldText(said);
}

function text({ values }: FileRow, field: string): string | undefined {
  const value = values.get(field);
  return value === undefined ? undefined : String(value);
}

function keyed(students: readonly Student[], key: (student: Student) => string | null): Map<string, Student> {
  return new Map(
    students.flatMap((student) => {
      const value = key(student);
      return value === null ? [] : [[value, student] as const];
    }),
  );
}
