/** What is written down of a student's health, for server and browser; `health.ts` has the schemas. */

export const HEALTH_RECORD_FIELDS = [
  "bloodType",
  "allergies",
  "conditions",
  "medication",
  "emergencyNotes",
  "weightKg",
  "heightCm",
] as const;
export type HealthRecordField = (typeof HEALTH_RECORD_FIELDS)[number];

export const VACCINATION_FIELDS = ["vaccine", "dose", "givenOn", "notes"] as const;
/** Vaccinations of one student. */
export const MAX_VACCINATIONS = 100;

/** What Venezuelan children are vaccinated with, for the form to offer; any other may be written. */
export const COMMON_VACCINES = [
  "BCG",
  "Hepatitis B",
  "Pentavalente",
  "Polio",
  "Rotavirus",
  "Neumococo",
  "Influenza",
  "Fiebre amarilla",
  "Trivalente viral (SRP)",
  "Toxoide tetánico-diftérico",
  "COVID-19",
  "VPH",
] as const;
