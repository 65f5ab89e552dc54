import type { ClassDetail } from "../types";

/** The fields of a class that its form changes. */
export const CLASS_FIELDS = ["name", "description", "year", "capacity"] as const;
export type ClassField = (typeof CLASS_FIELDS)[number];
export type ClassFields = Pick<ClassDetail, ClassField>;

/** Those fields of a class. */
export function fieldsOf({ name, description, year, capacity }: ClassFields): ClassFields {
  return { name, description, year, capacity };
}

/** Which fields differ. */
export function changedFields(values: ClassFields, base: ClassFields): ClassField[] {
  return CLASS_FIELDS.filter((field) => values[field] !== base[field]);
}

/** The values of some of the fields. */
export function pickFields(values: ClassFields, fields: readonly ClassField[]): Partial<ClassFields> {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}
