/** The words of a student's past school years, for server and browser; `academic-record.ts` has the schemas. */

/** Marks of primary school, the best first. */
export const LITERALS = ["A", "B", "C", "D", "E"] as const;
/** Averages go from 0 to this. */
export const MAX_AVERAGE = 20;
/** Years of one student. */
export const MAX_ACADEMIC_RECORDS = 60;
