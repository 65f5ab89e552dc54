/** The name of the unique index that a write ran into; undefined for any other error. */
export function violatedUnique(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("code" in current && current.code === "23505" && "constraint_name" in current)
      return String(current.constraint_name);
  }
  return undefined;
}
