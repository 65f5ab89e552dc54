/** School years as schools write them: 2026-2027, or 2026 where a year begins in January. */

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
