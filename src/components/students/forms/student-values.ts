import { formatCedula } from "@/domain/identity/cedula";
import { formatPhone } from "@/domain/identity/phone";
import type { StudentDetail } from "../types";
import type { StudentFormOutput, StudentFormValues } from "./student-form-schema";

/** A place as one value: a section, or a grade of a year. */
export function placeValue({ sectionId, gradeId, yearId }: PlaceIds): string {
  if (sectionId !== null) return `section ${sectionId}`;
  return gradeId === null ? "" : `grade ${gradeId} ${yearId ?? ""}`.trim();
}

export type PlaceIds = Pick<StudentDetail, "sectionId" | "gradeId" | "yearId">;

/** The ids that the value means; of a section the grade and year are the section's own, and the server's to say. */
export function placeIds(
  value: string,
  sections: readonly { id: string; gradeId: string; yearId: string }[],
): PlaceIds {
  const [kind, id, year] = value.split(" ");
  if (kind === "section" && id) {
    const section = sections.find((each) => each.id === id);
    return { sectionId: id, gradeId: section?.gradeId ?? null, yearId: section?.yearId ?? null };
  }
  if (kind === "grade" && id) return { sectionId: null, gradeId: id, yearId: year || null };
  return { sectionId: null, gradeId: null, yearId: null };
}

export const NEW_STUDENT: StudentFormValues = {
  ...{ code: "", firstNames: "", lastNames: "", documentKind: "cedula", cedula: "", schoolCedula: "" },
  ...{ birthDate: "", birthCountry: "", birthState: "", birthMunicipality: "", birthCity: "" },
  ...{ nationality: "", listNumber: null, enteredOn: "", entryKind: "", previousSchool: "", place: "" },
  ...{ address: "", homePhone: "", mobilePhone: "", emergencyPhone: "", email: "" },
  ...{ shirtSize: "", trouserSize: "", shoeSize: "", handedness: "", religion: "" },
  ...{ livesWith: "", transport: "", notes: "" },
  // Nothing is chosen yet: the schema asks for it.
  gender: "" as "female",
};

type FormFields = Omit<StudentFormOutput, "place">;
/** What the record holds of what the form changes, place included. */
export type StudentFields = FormFields & PlaceIds;

const FIELDS = Object.keys(NEW_STUDENT).filter((field) => field !== "place") as (keyof FormFields)[];

/** A record's fields as they are stored. */
export function fieldsOf(student: StudentDetail): StudentFields {
  const { yearId, gradeId, sectionId } = student;
  const own = Object.fromEntries(FIELDS.map((field) => [field, student[field]])) as FormFields;
  return { ...own, yearId, gradeId, sectionId };
}

const PHONES: readonly string[] = ["homePhone", "mobilePhone", "emergencyPhone"];

/** A stored value as a field shows it. */
export function shownValue(field: string, value: unknown): string | number | null {
  if (field === "listNumber") return typeof value === "number" ? value : null;
  if (typeof value !== "string") return "";
  if (field === "cedula" && value !== "") return formatCedula(value);
  return PHONES.includes(field) ? formatPhone(value) : value;
}

/** What the form of a record begins with. */
export function valuesOf(student: StudentDetail): StudentFormValues {
  const shown = Object.fromEntries(FIELDS.map((field) => [field, shownValue(field, student[field])]));
  return { ...NEW_STUDENT, ...shown, place: placeValue(student) };
}
