import { formatCedula } from "@/domain/identity/cedula";
import { formatPhone } from "@/domain/identity/phone";
import type { GuardianEditOutput, GuardianEditValues } from "./guardian-edit-schema";
import type { GuardianDetail } from "./types";

const EMPTY: GuardianEditValues = {
  ...{ firstNames: "", lastNames: "", documentKind: "cedula", cedula: "", gender: "", birthDate: "" },
  ...{ nationality: "", civilStatus: "", mobilePhone: "", homePhone: "", workPhone: "", email: "" },
  ...{ address: "", education: "", profession: "", occupation: "", workplace: "", workAddress: "" },
  notes: "",
};
const FIELDS = Object.keys(EMPTY) as (keyof GuardianEditValues)[];

/** The fields of the form as they are stored. */
export function fieldsOf(guardian: GuardianDetail): GuardianEditOutput {
  return Object.fromEntries(FIELDS.map((field) => [field, guardian[field]])) as GuardianEditOutput;
}

/** A stored value as a field shows it. */
export function shownValue(field: string, value: unknown): string {
  if (typeof value !== "string" || value === "") return "";
  if (field === "cedula") return formatCedula(value);
  return field.endsWith("Phone") ? formatPhone(value) : value;
}

/** What the form begins with. */
export function valuesOf(guardian: GuardianDetail): GuardianEditValues {
  const shown = Object.fromEntries(FIELDS.map((field) => [field, shownValue(field, guardian[field])]));
  return { ...EMPTY, ...shown };
}
