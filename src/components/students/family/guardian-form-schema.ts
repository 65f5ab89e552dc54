import { z } from "zod";
import { addGuardianInput } from "@/domain/guardian";
import { cedulaSchema, nameSchema, optionalEmailSchema, phoneSchema } from "@/domain/student";

const { type, relationship } = addGuardianInput.shape;
const tie = { type, relationship, mayPickUp: z.boolean(), isPrimaryContact: z.boolean() };

/** A guardian whom the school knows already. */
export const knownGuardianSchema = z.object({
  ...tie,
  guardianId: z.string().min(1, "guardian.personMissing"),
  firstNames: z.string(),
  lastNames: z.string(),
  cedula: z.string().nullable(),
  mobilePhone: z.string().nullable(),
  email: z.string(),
});

/** A new person; the rest of what is known of them is written on the family's page. */
export const newGuardianSchema = z.object({
  ...tie,
  guardianId: z.string(),
  firstNames: nameSchema("student.firstNamesEmpty"),
  lastNames: nameSchema("student.lastNamesEmpty"),
  cedula: cedulaSchema,
  mobilePhone: phoneSchema,
  email: optionalEmailSchema,
});

export type GuardianFormValues = z.input<typeof knownGuardianSchema>;
