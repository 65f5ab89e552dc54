/** The month and day on which the Matrícula counts ages: the last of the year in which the school year begins. */
const COUNTED_ON = "12-31";

/**
 * The age in whole years that the Matrícula's "Edad" says, for a birth date and the first day of a school year (ISO
 * dates): reached by 31 December of the year in which the school year begins.
 */
export function matriculaAge(birthDate: string, yearStartsOn: string): number {
  return ageOn(birthDate, `${yearStartsOn.slice(0, 4)}-${COUNTED_ON}`);
}

/** The age in whole years on a day (ISO dates). */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
