import { foldText } from "@/lib/text-keys";
import { type Normalised, plainText, read, refused } from "./normalised";

const DAY_FIRST = /^(\d{1,2})[/.\-\s]+(\d{1,2})[/.\-\s]+(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})[/.\-\s]+(\d{1,2})[/.\-\s]+(\d{1,2})$/;
const NAMED_MONTH = /^(\d{1,2}) (?:de )?([a-z]{3,10}) (?:del? )?(\d{4}|\d{2})$/;
/** What spreadsheets and databases add to a day. */
const MIDNIGHT = /[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** In Spanish and English, folded: three letters of one are enough. */
const MONTHS = [
  ["enero", "january"],
  ["febrero", "february"],
  ["marzo", "march"],
  ["abril", "april"],
  ["mayo", "may"],
  ["junio", "june"],
  ["julio", "july"],
  ["agosto", "august"],
  ["septiembre", "setiembre", "september"],
  ["octubre", "october"],
  ["noviembre", "november"],
  ["diciembre", "december"],
];

/** The days that a spreadsheet can number, 1 to 31 December 9999. */
const LAST_SERIAL = 2_958_465;
/** Spreadsheets count a 29 February 1900, which was none. */
const INVENTED_DAY = 60;
const DAY_MS = 86_400_000;

/**
 * A day as it is stored, 2015-03-14: from d/m/y, d-m-y, d.m.y, y-m-d, "14 de marzo de 2015", or the number by which a
 * spreadsheet counts days. A day that is not in the calendar is refused, never moved; a year of two digits is read as
 * the last one that is not ahead of `thisYear`, with a warning.
 */
export function readDay(input: string | number, thisYear = new Date().getUTCFullYear()): Normalised<string> {
  if (typeof input === "number") return readSerial(input);
  const text = plainText(input).replace(MIDNIGHT, "");
  if (text === "") return refused("identity.dayEmpty");
  const parts = partsOf(text);
  if (!parts) return refused("identity.dayUnreadable");
  const isShort = parts.year.length === 2;
  const year = isShort ? fullYear(Number(parts.year), thisYear) : Number(parts.year);
  const day = isoDay(year, parts.month, parts.day);
  if (day === undefined) return refused("identity.dayImpossible");
  return read(day, isShort ? "identity.dayShortYear" : undefined);
}

function partsOf(text: string): { year: string; month: number; day: number } | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const [, day, month, year = ""] = dayFirst;
    return { year, month: Number(month), day: Number(day) };
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year = "", month, day] = yearFirst;
    return { year, month: Number(month), day: Number(day) };
  }
  const [, day, name = "", year = ""] = NAMED_MONTH.exec(foldText(text)) ?? [];
  const month = MONTHS.findIndex((names) => names.some((full) => name !== "" && full.startsWith(name))) + 1;
  return month === 0 ? undefined : { year, month, day: Number(day) };
}

function fullYear(short: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100);
  return century + short > thisYear ? century - 100 + short : century + short;
}

function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < 1000 || year > 9999) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

/** The day of a spreadsheet's number in the 1900 system; the time behind the point does not count. */
function readSerial(serial: number): Normalised<string> {
  const whole = Math.floor(serial);
  if (!(whole >= 1 && whole <= LAST_SERIAL)) return refused("identity.dayUnreadable");
  if (whole === INVENTED_DAY) return refused("identity.dayImpossible");
  const since = whole > INVENTED_DAY ? whole - 1 : whole;
  return read(new Date(Date.UTC(1899, 11, 31) + since * DAY_MS).toISOString().slice(0, 10));
}

/** Nobody at a school is older than that, in years. */
const OLDEST = 110;

/** A day on which somebody can have been born: not after `today` (ISO), not more than 110 years before. */
export function readBirthDate(input: string | number, today: string): Normalised<string> {
  const thisYear = Number(today.slice(0, 4));
  const found = readDay(input, thisYear);
  if (!found.ok) return found;
  if (found.value > today) return refused("identity.birthFuture");
  if (Number(found.value.slice(0, 4)) < thisYear - OLDEST) return refused("identity.birthTooOld");
  return found;
}
