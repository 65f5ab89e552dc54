import { z } from "zod";
import {
  cedulaSchema,
  lineSchema,
  linesSchema,
  nameSchema,
  optionalBirthDateSchema,
  optionalEmailSchema,
  phoneSchema,
} from "./student";
import {
  CIVIL_STATUSES,
  DOCUMENT_KINDS,
  GENDERS,
  GUARDIAN_TYPES,
  MAX_AUTHORIZED,
  RELATIONSHIPS,
} from "./student-list";

/** Inputs about families; issues carry keys of the `errors` messages. */

const MAX_ADDRESS = 300;

const optionalFields = {
  documentKind: z.enum(DOCUMENT_KINDS).optional(),
  cedula: cedulaSchema.optional(),
  gender: z.enum(GENDERS).nullish(),
  birthDate: optionalBirthDateSchema.optional(),
  nationality: lineSchema().optional(),
  civilStatus: z.enum(CIVIL_STATUSES).nullish(),
  mobilePhone: phoneSchema.optional(),
  homePhone: phoneSchema.optional(),
  workPhone: phoneSchema.optional(),
  email: optionalEmailSchema.optional(),
  address: linesSchema(MAX_ADDRESS).optional(),
  education: lineSchema().optional(),
  profession: lineSchema().optional(),
  occupation: lineSchema().optional(),
  workplace: lineSchema().optional(),
  workAddress: linesSchema(MAX_ADDRESS).optional(),
  notes: linesSchema().optional(),
};
const names = {
  firstNames: nameSchema("student.firstNamesEmpty"),
  lastNames: nameSchema("student.lastNamesEmpty"),
};

const person = z.object({ ...optionalFields, ...names });
const changedFields = person.partial();

export const guardianIdInput = z.object({ id: z.uuid() });
export const updateGuardianInput = guardianIdInput.extend({
  ...changedFields.shape,
  /** What the form was loaded with: a field that somebody else has changed since is not written over. */
  base: changedFields.optional(),
});
const incomeSchema = z
  .number({ error: "guardian.income" })
  .min(0, "guardian.income")
  .max(999_999_999_999, "guardian.income")
  .nullable();
export const setIncomeInput = guardianIdInput.extend({
  monthlyIncome: incomeSchema,
  /** What was shown before it was changed: another that somebody has written since is not written over. */
  base: incomeSchema.optional(),
});

const link = {
  type: z.enum(GUARDIAN_TYPES, { error: "guardian.typeMissing" }),
  relationship: z.enum(RELATIONSHIPS, { error: "guardian.relationshipMissing" }),
  mayPickUp: z.boolean(),
};
/** Somebody whom the school knows already, or a new person. */
export const addGuardianInput = z
  .object({
    studentId: z.uuid(),
    ...link,
    mayPickUp: link.mayPickUp.default(false),
    isPrimaryContact: z.boolean().default(false),
    guardianId: z.uuid().optional(),
    person: person.optional(),
  })
  .refine(({ guardianId, person: given }) => (guardianId === undefined) !== (given === undefined), {
    error: "guardian.personMissing",
    path: ["guardianId"],
  });

/** The guardian of one student, by the id of the tie between them. */
export const guardianLinkInput = z.object({ linkId: z.uuid() });
export const updateLinkInput = guardianLinkInput.extend(link).partial({
  type: true,
  relationship: true,
  mayPickUp: true,
});

export const findGuardiansInput = z.object({ search: z.string().trim().min(2).max(200) });

const authorizedPerson = z.object({
  firstNames: names.firstNames,
  lastNames: lineSchema(80).default(""),
  relationship: z.enum(RELATIONSHIPS).nullable().default(null),
  cedula: cedulaSchema.default(null),
  mobilePhone: phoneSchema.default(""),
  homePhone: phoneSchema.default(""),
  email: optionalEmailSchema.default(""),
  notes: linesSchema(500).default(""),
});
export const saveAuthorizedInput = authorizedPerson.extend({
  studentId: z.uuid(),
  place: z.number().int().min(1).max(MAX_AUTHORIZED),
  /** Whom the form found there, null for nobody: what somebody else has saved since is not written over. */
  base: authorizedPerson.nullish(),
});
export const authorizedIdInput = z.object({ id: z.uuid() });

export type GuardianPerson = z.output<typeof person>;
export type UpdateGuardianInput = z.output<typeof updateGuardianInput>;
export type SetIncomeInput = z.output<typeof setIncomeInput>;
export type AddGuardianInput = z.output<typeof addGuardianInput>;
export type UpdateLinkInput = z.output<typeof updateLinkInput>;
export type SaveAuthorizedInput = z.output<typeof saveAuthorizedInput>;
