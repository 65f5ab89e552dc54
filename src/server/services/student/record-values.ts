import type { CreateStudentInput } from "@/domain/student";
import type { StudentRow } from "./policies";

/** What a person fills in of a record, but for where the student is. */
export const STUDENT_FIELDS = [
  "code",
  "documentKind",
  "cedula",
  "schoolCedula",
  "firstNames",
  "lastNames",
  "gender",
  "birthDate",
  "birthCountry",
  "birthState",
  "birthMunicipality",
  "birthCity",
  "nationality",
  "listNumber",
  "enteredOn",
  "entryKind",
  "previousSchool",
  "address",
  "homePhone",
  "mobilePhone",
  "emergencyPhone",
  "email",
  "shirtSize",
  "trouserSize",
  "shoeSize",
  "handedness",
  "religion",
  "livesWith",
  "transport",
  "notes",
] as const satisfies readonly (keyof StudentRow & keyof CreateStudentInput)[];
export type StudentField = (typeof STUDENT_FIELDS)[number];

export const PLACE_FIELDS = ["yearId", "gradeId", "sectionId"] as const;

type Fields = Pick<StudentRow, StudentField>;

/** Those of the fields that have been given a value, null included. */
export function givenFields(
  input: { readonly [key in StudentField]?: Fields[key] | undefined },
): Partial<Fields> {
  return Object.fromEntries(
    STUDENT_FIELDS.flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]]])),
  );
}
