import { z } from "zod";
import { saveAuthorizedInput } from "@/domain/guardian";

const shape = saveAuthorizedInput.shape;

/** What the form of an authorised person holds; an empty relationship is none. */
export const authorizedSchema = z.object({
  firstNames: shape.firstNames,
  lastNames: shape.lastNames.unwrap(),
  relationship: z.union([z.literal(""), shape.relationship.unwrap().unwrap()]),
  cedula: shape.cedula.unwrap(),
  mobilePhone: shape.mobilePhone.unwrap(),
  homePhone: shape.homePhone.unwrap(),
  email: shape.email.unwrap(),
  notes: shape.notes.unwrap(),
});

export type AuthorizedValues = z.input<typeof authorizedSchema>;
export type AuthorizedOutput = z.output<typeof authorizedSchema>;
