/** A field that somebody else saved while a form with an older value was open. */
export type StaleField = {
  field: string;
  /** What stands there now. */
  theirs: unknown;
  /** As the audit log names them; empty where it does not tell. */
  by: string;
  at: Date | null;
};

/** Whether two values of a field are the same, as JSON writes them. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
