import {
  organizationDescriptionSchema,
  organizationNameSchema,
  type SchoolField,
} from "@/domain/organization";
import { SETTING_SCHEMAS } from "@/domain/settings";

/** What is wrong with a field as it is written: a key of the `errors` messages, nothing where it is good. */
export function problemOf(field: SchoolField, value: unknown): string | undefined {
  return schemaOf(field).safeParse(value).error?.issues[0]?.message;
}

function schemaOf(field: SchoolField) {
  if (field === "name") return organizationNameSchema;
  return field === "description" ? organizationDescriptionSchema : SETTING_SCHEMAS[field];
}
