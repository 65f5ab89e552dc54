import { tidyText } from "../lib/tidy-text";
import type { AppLocale } from "./locale";

/** The words of a school's academic structure, for server and browser; `academics.ts` has the schemas. */

export const YEAR_STATES = ["planned", "open", "closed"] as const;
export type YearState = (typeof YEAR_STATES)[number];

export const GRADE_LEVELS = ["preschool", "primary", "secondary", "other"] as const;
export type GradeLevel = (typeof GRADE_LEVELS)[number];

/** What a rollover does with a student: goes up, stays in the grade, or has finished the last one. */
export const ROLLOVER_OUTCOMES = ["promoted", "held_back", "graduated", "left_out"] as const;
export type RolloverOutcome = (typeof ROLLOVER_OUTCOMES)[number];

/** What a school begins with: the grades of Venezuelan basic and media education, in order. */
export const DEFAULT_GRADES: readonly { name: string; level: GradeLevel }[] = [
  ...["1er Grado", "2do Grado", "3er Grado", "4to Grado", "5to Grado", "6to Grado"].map((name) => ({
    name,
    level: "primary" as const,
  })),
  ...["1er Año", "2do Año", "3er Año", "4to Año", "5to Año"].map((name) => ({
    name,
    level: "secondary" as const,
  })),
];

/** The section of a grade that has just one: "U" for única, as the ministry writes it. */
export const ONLY_SECTION = "U";

/** What a school calls the parts of its year until it says otherwise, by its language. */
export const TERM_WORDS: Record<AppLocale, string> = { en: "Term", es: "Lapso" };

export const MAX_SECTION_NAME = 20;

/** The name of a section as it is kept, of what people type: ` "b" ` and `Sección B` are B; nothing is the only one. */
export function sectionNameOf(text: string): string {
  const name = tidyText(text.replace(/["'“”‘’«»´`]/gu, " "))
    .replace(/^(?:secci[oó]n|secc?\.?|section)\s+/iu, "")
    .toUpperCase();
  return name === "" || /^[UÚ]NICA?$/u.test(name) ? ONLY_SECTION : name;
}

export const MAX_YEAR_NAME = 20;
export const MAX_TERMS = 6;
export const MAX_TERM_NAME = 40;
export const MAX_GRADES = 60;
export const MAX_GRADE_NAME = 60;
/** Sections that are made by one act. */
export const MAX_SECTIONS_AT_ONCE = 300;
export const MAX_SUBJECTS = 300;
export const MAX_SUBJECT_NAME = 80;
export const MAX_SUBJECT_CODE = 12;

/** The names of sections that a person lists: "A, B c" are A, B and C, each once. */
export function sectionNamesOf(text: string): string[] {
  const names = text.split(/[,;\n]|\s+y\s+|\s+/u).filter((part) => part.trim() !== "");
  return [...new Set(names.map(sectionNameOf))];
}

/** Why a section of a bulk action was left as it was. */
export type SectionRefusal = "not_found" | "has_students" | "has_classes";
export type SectionResult = { id: string; name: string } & (
  | { ok: true }
  | { ok: false; code: SectionRefusal }
);
