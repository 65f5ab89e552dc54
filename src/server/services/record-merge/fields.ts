import {
  isEmptyValue,
  isJoinable,
  MERGED_HEALTH_FIELDS,
  MERGED_INCOME_FIELD,
  type MergeChoice,
  sensitivityOf,
} from "@/domain/record-merge-list";
import { isSameValue } from "@/domain/stale";
import { DomainError } from "@/server/errors";
import { GUARDIAN_FIELDS } from "../guardian";
import { STUDENT_FIELDS } from "../student";

export type Values = Record<string, unknown>;
/** A field as each of the two records has it. */
export type FieldPair = { field: string; kept: unknown; merged: unknown };

/** A student's place is one thing, and so is the number in its list. */
export const PLACE_COLUMNS = ["yearId", "gradeId", "sectionId", "listNumber"] as const;

/** Texts that are joined stay within what the forms take. */
const MAX_TEXT = 2_000;

export function studentPairs(kept: Values, merged: Values): FieldPair[] {
  const place = (row: Values) =>
    PLACE_COLUMNS.some((column) => row[column] !== null) ? only(row, PLACE_COLUMNS) : null;
  return [
    ...pairs(
      STUDENT_FIELDS.filter((field) => field !== "listNumber"),
      kept,
      merged,
    ),
    { field: "place", kept: place(kept), merged: place(merged) },
    ...pairs(["status", "photoKey"], kept, merged),
  ];
}

export function healthPairs(kept: Values, merged: Values): FieldPair[] {
  return pairs(MERGED_HEALTH_FIELDS, kept, merged);
}

export function guardianPairs(kept: Values, merged: Values): FieldPair[] {
  return pairs([...GUARDIAN_FIELDS, MERGED_INCOME_FIELD], kept, merged);
}

function pairs(fields: readonly string[], kept: Values, merged: Values): FieldPair[] {
  return fields.map((field) => ({ field, kept: kept[field], merged: merged[field] }));
}

/** What is taken where nobody chooses: the value of the record that stays, or the other's where it has none. */
export function suggestedChoice({ field, kept, merged }: FieldPair): MergeChoice {
  if (isEmptyValue(kept)) return isEmptyValue(merged) ? "kept" : "merged";
  // What a doctor or a family has said of an illness is not dropped in silence.
  const isToJoin = sensitivityOf(field) === "health" && isJoinable(field);
  return isToJoin && !isEmptyValue(merged) && !isSameValue(kept, merged) ? "both" : "kept";
}

/**
 * The fields of the record that stays which the choices change. Throws INVALID for a choice of a field that is not among
 * them, and for two texts that are none, or too long together.
 */
export function chosenValues(
  fields: readonly FieldPair[],
  choices: Readonly<Record<string, MergeChoice>>,
): Values {
  return Object.fromEntries(
    fields.flatMap((pair) => {
      const value = chosenValue(pair, choices[pair.field] ?? suggestedChoice(pair));
      return isSameValue(value, pair.kept) ? [] : [[pair.field, value]];
    }),
  );
}

/** Throws INVALID where a choice names a field that the records do not have. */
export function requireKnown(fields: readonly FieldPair[], choices: Readonly<Record<string, unknown>>): void {
  const known = new Set(fields.map(({ field }) => field));
  if (Object.keys(choices).some((field) => !known.has(field)))
    throw new DomainError("invalid", "merge.choice");
}

function chosenValue({ field, kept, merged }: FieldPair, choice: MergeChoice): unknown {
  if (choice !== "both") return choice === "kept" ? kept : merged;
  if (!isJoinable(field)) throw new DomainError("invalid", "merge.choice");
  const [one, other] = [String(kept ?? ""), String(merged ?? "")];
  if (one.includes(other)) return one;
  if (other.includes(one)) return other;
  const joined = `${one}\n${other}`;
  if (joined.length > MAX_TEXT) throw new DomainError("conflict", "merge.tooLong", { field });
  return joined;
}

export function only(row: Values, fields: readonly string[]): Values {
  return Object.fromEntries(fields.map((field) => [field, row[field]]));
}
