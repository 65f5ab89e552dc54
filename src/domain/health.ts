import { z } from "zod";
import { decimalSchema } from "./decimal";
import { lineSchema, linesSchema, pastDaySchema } from "./student";
import { BLOOD_TYPES } from "./student-list";

/** Inputs about a student's health; issues carry keys of the `errors` messages. */

const fields = {
  bloodType: z.union([z.enum(BLOOD_TYPES), z.null(), z.literal("").transform(() => null)]),
  allergies: linesSchema(),
  conditions: linesSchema(),
  medication: linesSchema(),
  emergencyNotes: linesSchema(),
  weightKg: decimalSchema({ min: 0.5, max: 400, error: "health.weight" }),
  heightCm: decimalSchema({ min: 20, max: 250, error: "health.height" }),
};

/** What the form holds. */
export const healthSchema = z.object(fields);
export const healthOfInput = z.object({ studentId: z.uuid() });
/** With `base`, what the form was loaded with, a stale save is told. */
export const updateHealthInput = z.object({
  studentId: z.uuid(),
  ...z.object(fields).partial().shape,
  base: z.object(fields).partial().optional(),
});

const vaccination = {
  vaccine: lineSchema(80).pipe(z.string().min(1, "health.vaccineEmpty")),
  dose: lineSchema(40),
  givenOn: z.union([z.null(), z.literal("").transform(() => null), pastDaySchema]),
  notes: linesSchema(500),
};

/** What the form holds. */
export const vaccinationSchema = z.object(vaccination);
export const addVaccinationInput = z.object({ studentId: z.uuid(), ...vaccination });
export const updateVaccinationInput = z.object({ id: z.uuid(), ...z.object(vaccination).partial().shape });
export const vaccinationIdInput = z.object({ id: z.uuid() });

export type HealthValues = z.output<typeof healthSchema>;
export type UpdateHealthInput = z.output<typeof updateHealthInput>;
export type VaccinationValues = z.output<typeof vaccinationSchema>;
export type AddVaccinationInput = z.output<typeof addVaccinationInput>;
export type UpdateVaccinationInput = z.output<typeof updateVaccinationInput>;
