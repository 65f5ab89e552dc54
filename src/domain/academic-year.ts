/** School years as schools write them: 2026-2027, or 2026 where a year begins in January. */

import { DAY } from "@/lib/duration";

const MONTH_OF_CHANGE = 7;

/** Whether the text is one year, or two that follow each other. */
export function isAcademicYear(text: string): boolean {
  const [, first, second] = /^(20\d{2})(?:-(20\d{2}))?$/.exec(text) ?? [];
  return first !== undefined && (second === undefined || Number(second) === Number(first) + 1);
}

/** The school years that somebody may mean on this day ("2026-11-21"), the likeliest first. */
export function academicYearsAround(day: string): string[] {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const first = month >= MONTH_OF_CHANGE ? year : year - 1;
  return [`${first}-${first + 1}`, `${first + 1}-${first + 2}`, String(year), String(year + 1)];
}

/** First and last day, as ISO dates. */
export type Days = { startsOn: string; endsOn: string };

/**
 * The name of a school year as it is kept, of what people type: "2025 / 2026", "2025-26" and "Año escolar 2025–2026" are
 * 2025-2026. Undefined for what is no school year.
 */
export function yearNameOf(text: string): string | undefined {
  const [, first, second] =
    /^(?:(?:a[ñn]o|per[ií]odo|school year)(?:\s+(?:escolar|acad[eé]mico))?[\s.:]+)?(20\d{2})(?:\s*[-/–—a]\s*(20\d{2}|\d{2}))?\s*$/iu.exec(
      text.normalize("NFC").trim(),
    ) ?? [];
  if (first === undefined) return undefined;
  const name = second === undefined ? first : `${first}-${second.length === 2 ? `20${second}` : second}`;
  return isAcademicYear(name) ? name : undefined;
}

/**
 * The usual days of a school year: 15 September to 31 July, or January to December where it lies in one calendar year.
 * Undefined where the name does not tell.
 */
export function usualDays(name: string): Days | undefined {
  if (!isAcademicYear(name)) return undefined;
  const [first, second] = name.split("-");
  return second === undefined
    ? { startsOn: `${first}-01-01`, endsOn: `${first}-12-31` }
    : { startsOn: `${first}-09-15`, endsOn: `${second}-07-31` };
}

/** The days between the two, both included, shared evenly among so many terms that follow each other without a gap. */
export function evenTerms({ startsOn, endsOn }: Days, count = USUAL_TERMS): Days[] {
  const [first, last] = [dayNumber(startsOn), dayNumber(endsOn)];
  const border = (index: number) => first + Math.round(((last + 1 - first) * index) / count);
  return Array.from({ length: count }, (_, index) => ({
    startsOn: isoDay(border(index)),
    endsOn: isoDay(border(index + 1) - 1),
  }));
}

/** Terms of a year where nobody says otherwise: the lapsos of Venezuelan schools. */
export const USUAL_TERMS = 3;

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

function isoDay(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}
