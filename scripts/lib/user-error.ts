/** Something that the person at the terminal can mend: shown as its one line, without a stack. */
export class UserError extends Error {
  override name = "UserError";
}

/** The one line to show for an error, whatever it is. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.split("\n")[0] ?? text;
}

/** The `code` of a system or database error. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
