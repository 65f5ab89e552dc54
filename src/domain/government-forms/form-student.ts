import type { GradeLevel } from "../academics-list";
import { writtenCedula } from "../matricula/written-words";
import type { Gender } from "../student-list";

/** A student as the forms know one. */
export type FormStudent = {
  id: string;
  cedula: string | null;
  schoolCedula: string | null;
  lastNames: string;
  firstNames: string;
  sortKey: string;
  gender: Gender;
  /** ISO. */
  birthDate: string;
  gradeId: string;
  gradeName: string;
  gradePosition: number;
  level: GradeLevel;
  sectionId: string | null;
  sectionName: string | null;
  /** Is in the grade once more. */
  repeats: boolean;
};

/** The cédula as a form shows it; the cédula escolar of who has none. */
export function formCedula({ cedula, schoolCedula }: Pick<FormStudent, "cedula" | "schoolCedula">): string {
  return cedula === null ? (schoolCedula ?? "") : writtenCedula(cedula);
}

/** F, M. */
export function formSex(gender: Gender): "F" | "M" {
  return gender === "female" ? "F" : "M";
}

/** By cédula, the lowest number first; a cédula escolar counts by its number, who has neither comes last, by name. */
export function byCedula(a: FormStudent, b: FormStudent): number {
  return numberOf(a) - numberOf(b) || compare(a.sortKey, b.sortKey) || compare(a.id, b.id);
}

function numberOf({ cedula, schoolCedula }: FormStudent): number {
  const digits = cedula?.slice(1) ?? schoolCedula;
  return digits ? Number(digits) : Number.MAX_SAFE_INTEGER;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export type FormSection = {
  gradeId: string;
  gradeName: string;
  sectionName: string | null;
  students: FormStudent[];
};

/** The students by section, in the order of the grades and, within one, of the sections' names; without one last. */
export function bySection(students: readonly FormStudent[]): FormSection[] {
  const groups = new Map<string, FormStudent[]>();
  for (const student of students) {
    const key = `${student.gradeId} ${student.sectionId}`;
    const group = groups.get(key);
    if (group) group.push(student);
    else groups.set(key, [student]);
  }
  const ordered = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ first, group }] : [];
  });
  ordered.sort(
    ({ first: a }, { first: b }) =>
      a.gradePosition - b.gradePosition ||
      compare(a.gradeId, b.gradeId) ||
      compare(a.sectionName ?? "\uFFFF", b.sectionName ?? "\uFFFF"),
  );
  return ordered.map(({ first, group }) => ({
    gradeId: first.gradeId,
    gradeName: first.gradeName,
    sectionName: first.sectionName,
    students: group,
  }));
}
