import { personKeys } from "@/domain/identity/keys";
import type { ImportChange } from "@/domain/student-import-list";
import { newId } from "@/lib/ids";
import { HEALTH_FIELDS, STUDENT_FIELDS } from "./fields";
import type { FileRow, Health, Place, School, Student, Write } from "./types";
import { changeOf, held, same, wasEdited } from "./values";

type Record_ = Record<string, unknown>;
/** Notes a change of the row and says whether it is made. */
export type Note = (change: ImportChange) => boolean;
export type PlaceNames = {
  yearName(id: string | null): string | null;
  gradeName(id: string | null): string | null;
  sectionName(id: string | null): string | null;
};

const NO_WORDS = Object.fromEntries(
  [
    ...["birthCountry", "birthState", "birthMunicipality", "birthCity", "nationality", "entryKind"],
    ...["previousSchool", "address", "homePhone", "mobilePhone", "emergencyPhone", "email", "shirtSize"],
    ...["trouserSize", "shoeSize", "handedness", "religion", "livesWith", "transport", "notes"],
  ].map((key) => [key, ""]),
);

/** What a new student's record does not owe to the row. */
function blankStudent(school: School, row: FileRow): Student {
  const now = new Date();
  const hasCedula = row.values.has("student.cedula");
  return {
    ...{ organizationId: school.organizationId, id: newId(), code: "" },
    ...{ documentKind: hasCedula ? "cedula" : "school_cedula", cedula: null, schoolCedula: null },
    ...{ firstNames: "", lastNames: "", sortKey: "", searchKey: "", gender: "female", birthDate: "" },
    ...{ yearId: null, gradeId: null, sectionId: null, listNumber: null, status: "active", enteredOn: null },
    ...NO_WORDS,
    ...{ photoKey: null, userId: null, mergedIntoId: null, lockedAt: null },
    ...{ imported: {}, createdAt: now, updatedAt: now },
  } as Student;
}

/**
 * The student's record as the row has it: a new one, or the school's with the changes that are made. Without anything to
 * write, `before` and `after` are one.
 */
export function planStudent(
  row: FileRow,
  {
    student,
    place,
    names,
    school,
  }: { student: Student | undefined; place: Place; names: PlaceNames; school: School },
  note: Note,
): Write<Student> {
  const before = student ?? null;
  const after: Student & Record_ = { ...(student ?? blankStudent(school, row)) };
  // What the row leaves open and the record has all the same was written by the import too.
  const imported: Record_ = student
    ? { ...after.imported }
    : { status: after.status, documentKind: after.documentKind };
  const accept = (key: string, value: unknown) => {
    after[key] = value;
    imported[key] = value;
  };
  for (const key of STUDENT_FIELDS) {
    const said = row.values.get(`student.${key}`);
    if (said === undefined) continue;
    const change = changeOf(`student.${key}`, said, { now: after[key], key, imported: after.imported });
    if (!student || !change || note(change)) accept(key, said);
  }
  if (!student || movesTo(place, student, names, note))
    for (const key of ["yearId", "gradeId", "sectionId"] as const) accept(key, place[key]);
  Object.assign(after, personKeys(after));
  after.imported = imported;
  return { rowNumber: row.rowNumber, before, after: before && isSame(before, after) ? before : after };
}

/** Year, grade and section go together: whoever keeps one keeps all. */
function movesTo(place: Place, student: Student, names: PlaceNames, note: Note): boolean {
  const steps = [
    ["student.year", "yearId", names.yearName(student.yearId), place.names.year],
    ["student.grade", "gradeId", names.gradeName(student.gradeId), place.names.grade],
    ["student.section", "sectionId", names.sectionName(student.sectionId), place.names.section],
  ] as const;
  if (steps.every(([, key]) => student[key] === place[key])) return true;
  const isEdited = steps.some(([, key]) => wasEdited(student.imported, key, student[key]));
  const taken = steps.flatMap(([field, key, before, after]) =>
    // A section of the same name in another year or grade is told by those.
    student[key] === place[key] || (before === after && field === "student.section")
      ? []
      : [note({ field, before, after, conflict: isEdited })],
  );
  return taken.every(Boolean);
}

/** The student's health record as the row has it; undefined where neither has one. */
export function planHealth(
  row: FileRow,
  { student, health, school }: { student: Student; health: Health | undefined; school: School },
  note: Note,
): Write<Health> | undefined {
  const isNew = health === undefined;
  const now = new Date();
  const after: Health & Record_ = {
    ...(health ??
      ({
        ...{ organizationId: school.organizationId, id: newId(), studentId: student.id, bloodType: null },
        ...{
          allergies: "",
          conditions: "",
          medication: "",
          emergencyNotes: "",
          weightKg: null,
          heightCm: null,
        },
        ...{ imported: {}, createdAt: now, updatedAt: now },
      } satisfies Health)),
  };
  const imported = { ...after.imported };
  let isSaid = false;
  for (const key of HEALTH_FIELDS) {
    const said = row.values.get(`health.${key}`);
    if (said === undefined) continue;
    const change = changeOf(`health.${key}`, said, { now: after[key], key, imported: after.imported });
    if (change && !note(change)) continue;
    isSaid = true;
    after[key] = said;
    imported[key] = said;
  }
  if (isNew && !isSaid) return undefined;
  after.imported = imported;
  const before = health ?? null;
  return { rowNumber: row.rowNumber, before, after: before && isSame(before, after) ? before : after };
}

/** Whether two forms of a record hold the same, what imports noted included. */
export function isSame(one: Record_, other: Record_): boolean {
  return Object.keys(other).every((key) => {
    const [a, b] = [one[key], other[key]];
    if (key === "updatedAt") return true;
    if (isPlain(a) && isPlain(b)) return sameEntries(a, b);
    return (
      a === b ||
      (held(a) !== null && same(a, b)) ||
      (held(a) === null && held(b) === null && !isObject(a) && !isObject(b))
    );
  });
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function isPlain(value: unknown): value is Record_ {
  return isObject(value) && !(value instanceof Date);
}

function sameEntries(one: Record_, other: Record_): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => same(one[key], other[key]));
}
