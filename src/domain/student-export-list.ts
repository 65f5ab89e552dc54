/** What can be taken out of students' records, for server and browser; `student-export.ts` has the schemas. */

/** Rows of a Matrícula: more are taken out year by year. */
export const MAX_MATRICULA_ROWS = 20_000;
