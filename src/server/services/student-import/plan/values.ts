import type { RowProblem } from "@/domain/matricula/read-row";
import type { FieldValue } from "@/domain/matricula/read-value";
import type { ImportChange } from "@/domain/student-import-list";

/** Compares what records hold with what rows say: '' and null both say nothing. */

export type Held = string | number | boolean | null;

export function held(value: unknown): Held {
  if (typeof value === "string") return value === "" ? null : value;
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}

export function same(one: unknown, other: unknown): boolean {
  return held(one) === held(other);
}

/**
 * Whether somebody edited the field since the last import, which wrote `imported`: a value that no import wrote was
 * written by hand. A record that was never imported has no such edits.
 */
export function wasEdited(imported: Record<string, unknown>, key: string, now: unknown): boolean {
  return Object.keys(imported).length > 0 && !same(imported[key], now);
}

/** The change of a field to what a row says; undefined where it says what is there. */
export function changeOf(
  field: string,
  said: FieldValue,
  { now, key, imported }: { now: unknown; key: string; imported: Record<string, unknown> },
): ImportChange | undefined {
  if (same(now, said)) return undefined;
  return { field, before: held(now), after: said, conflict: wasEdited(imported, key, now) };
}

/** Something of a row as a whole, or of a field that has no cell of its own. */
export function problem(
  field: string,
  code: string,
  more: { value?: string; fatal?: boolean; values?: Record<string, string | number> } = {},
): RowProblem {
  const { value = "", fatal = true, values } = more;
  return { column: "", field, value, code, fatal, ...(values && { values }) };
}

export function fullName({ firstNames, lastNames }: { firstNames: string; lastNames: string }): string {
  return `${firstNames} ${lastNames}`.trim();
}
