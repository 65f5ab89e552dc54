/** What is written down of a student's health, for server and browser; `health.ts` has the schemas. */

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
