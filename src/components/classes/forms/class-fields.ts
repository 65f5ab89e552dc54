import type { ClassDetail } from "../types";
import type { PlaceValues } from "./use-class-places";

/** The fields of a class that its form changes; an empty id is nowhere. */
export const CLASS_FIELDS = ["name", "description", "yearId", "sectionId", "subjectId", "capacity"] as const;
export type ClassField = (typeof CLASS_FIELDS)[number];
export type ClassFields = Pick<ClassDetail, "name" | "description" | "capacity"> & PlaceValues;

type Stored = Omit<ClassFields, keyof PlaceValues> & Record<keyof PlaceValues, string | null>;

/** Those fields of a class, as a form holds them. */
export function fieldsOf({ name, description, yearId, sectionId, subjectId, capacity }: Stored): ClassFields {
  return {
    ...{ name, description, capacity },
    ...{ yearId: yearId ?? "", sectionId: sectionId ?? "", subjectId: subjectId ?? "" },
  };
}

/** Which fields differ. */
export function changedFields(values: ClassFields, base: ClassFields): ClassField[] {
  return CLASS_FIELDS.filter((field) => values[field] !== base[field]);
}

/** The values of some of the fields. */
export function pickFields(values: ClassFields, fields: readonly ClassField[]): Partial<ClassFields> {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

/** The values as the API takes them: no id is null. */
export function asInput<Values extends Partial<ClassFields>>(values: Values) {
  const ids = Object.entries(values).map(([field, value]) => [
    field,
    field.endsWith("Id") && value === "" ? null : value,
  ]);
  return Object.fromEntries(ids) as Omit<Values, keyof PlaceValues> &
    Partial<Record<keyof PlaceValues, string | null>>;
}
