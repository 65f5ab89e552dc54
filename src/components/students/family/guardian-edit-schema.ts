import { z } from "zod";
import {
  cedulaSchema,
  lineSchema,
  linesSchema,
  nameSchema,
  optionalBirthDateSchema,
  optionalEmailSchema,
  phoneSchema,
} from "@/domain/student";
import { CIVIL_STATUSES, DOCUMENT_KINDS, GENDERS } from "@/domain/student-list";

/** A choice that may be left open: the empty option is none. */
function optional<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.union([z.literal(""), z.enum(values)]).transform((value) => (value === "" ? null : value));
}

/** What the form of a guardian holds. */
export const guardianEditSchema = z.object({
  firstNames: nameSchema("student.firstNamesEmpty"),
  lastNames: nameSchema("student.lastNamesEmpty"),
  documentKind: z.enum(DOCUMENT_KINDS),
  cedula: cedulaSchema,
  gender: optional(GENDERS),
  birthDate: optionalBirthDateSchema,
  nationality: lineSchema(),
  civilStatus: optional(CIVIL_STATUSES),
  mobilePhone: phoneSchema,
  homePhone: phoneSchema,
  workPhone: phoneSchema,
  email: optionalEmailSchema,
  address: linesSchema(300),
  education: lineSchema(),
  profession: lineSchema(),
  occupation: lineSchema(),
  workplace: lineSchema(),
  workAddress: linesSchema(300),
  notes: linesSchema(),
});

export type GuardianEditValues = z.input<typeof guardianEditSchema>;
export type GuardianEditOutput = z.output<typeof guardianEditSchema>;
