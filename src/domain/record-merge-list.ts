import type { Gender, GuardianType, Relationship } from "./student-list";

/** The words of merging two records of one person, for server and browser; `record-merge.ts` has the schemas. */

export const MERGE_KINDS = ["student", "guardian"] as const;
export type MergeKind = (typeof MERGE_KINDS)[number];

/** What is chosen for a field: the value of the record that stays, of the one that goes into it, or both texts. */
export const MERGE_CHOICES = ["kept", "merged", "both"] as const;
export type MergeChoice = (typeof MERGE_CHOICES)[number];

/** Of health, in the order of the form. Masked until somebody who may asks to see them. */
export const MERGED_HEALTH_FIELDS = [
  "bloodType",
  "allergies",
  "conditions",
  "medication",
  "emergencyNotes",
  "weightKg",
  "heightCm",
] as const;
export const MERGED_INCOME_FIELD = "monthlyIncome";

/** Texts that can be kept one below the other. What is said of health is never dropped unless somebody chooses so. */
const JOINABLE: readonly string[] = ["notes", "allergies", "conditions", "medication", "emergencyNotes"];

export function isJoinable(field: string): boolean {
  return JOINABLE.includes(field);
}

export function sensitivityOf(field: string): "health" | "income" | null {
  if (MERGED_HEALTH_FIELDS.some((one) => one === field)) return "health";
  return field === MERGED_INCOME_FIELD ? "income" : null;
}

export function isEmptyValue(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

/** Why two records cannot be made one as they are. */
export const MERGE_REFUSALS = ["accounts", "merged", "locked", "transfer", "import"] as const;
export type MergeRefusal = { code: (typeof MERGE_REFUSALS)[number]; name: string };

/** Why two records may be of one person. */
export const DUPLICATE_REASONS = ["name", "cedula", "school_cedula", "phone", "email"] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** A field of both records. Values of what is sensitive are null, but for whether there is one. */
export type MergeField = {
  field: string;
  kept: unknown;
  merged: unknown;
  isSame: boolean;
  /** Which of the two are empty: of what is sensitive nothing else is told. */
  given: { kept: boolean; merged: boolean };
  choice: MergeChoice;
};

/** A tie or person of the record that goes: it comes along, or the other record has the same one already. */
export type MergedPerson = {
  id: string;
  name: string;
  of: "kept" | "merged";
  isTwin: boolean;
  relationship: Relationship | null;
};
export type MergedGuardian = MergedPerson & { type: GuardianType; isPrimaryContact: boolean };

/** How many of each come along. */
export const MERGED_PARTS = [
  "guardians",
  "authorized",
  "statuses",
  "academic",
  "attendance",
  "incidents",
  "vaccinations",
  "documents",
  "classes",
  "children",
] as const;
export type MergedPart = (typeof MERGED_PARTS)[number];
export type MergedCounts = Partial<Record<MergedPart, number>>;

type MergeSide = {
  id: string;
  firstNames: string;
  lastNames: string;
  gender: Gender | null;
  code: string | null;
  cedula: string | null;
  birthDate: string | null;
  place: string;
  photoUrl: string | null;
  account: { name: string; email: string | null } | null;
};

/** What making two records one would do. */
export type MergePreview = {
  kind: MergeKind;
  kept: MergeSide;
  merged: MergeSide;
  refusals: MergeRefusal[];
  fields: MergeField[];
  /** Of students: who of both would be there; of guardians: the children of the one that goes. */
  guardians: MergedGuardian[];
  authorized: MergedPerson[];
  children: { id: string; name: string; isTwin: boolean; isLocked: boolean }[];
  counts: MergedCounts;
  /** The account of the record that goes comes along, with its classes. */
  movesAccount: boolean;
  version: string;
};

/**
 * What a merge wrote in one row: the columns before and after, and null for a row that it added or took away; then
 * `before` is the whole row as PostgreSQL writes it.
 */
export type MergeNote = {
  id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};
/** By table. */
export type MergeNotes = Record<string, MergeNote[]>;

/** What an undo left as it is, since it was edited or gone after the merge. `field` is of the record that stayed. */
export type KeptPart = { part: "field" | "number" | MergedPart; field?: string; name?: string };
