/** The name of the unique index that a write ran into; undefined for any other error. */
export function violatedUnique(error: unknown): string | undefined {
  return databaseErrors(error).find(({ code }) => code === "23505")?.constraint_name;
}

/** Whether PostgreSQL refused a write because the transaction may only read. */
export function isReadOnlyRefusal(error: unknown): boolean {
  return databaseErrors(error).some(({ code }) => code === "25006");
}

type DatabaseError = { code: string; constraint_name?: string };

/** The error and its causes, as far as they carry a code of PostgreSQL's. */
function databaseErrors(error: unknown): DatabaseError[] {
  if (!(error instanceof Error)) return [];
  const known = "code" in error && typeof error.code === "string" ? [error as Error & DatabaseError] : [];
  return [...known, ...databaseErrors(error.cause)];
}
