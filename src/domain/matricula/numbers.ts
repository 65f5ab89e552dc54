import { LIST_NUMBERS } from "../student-list";
import type { CellText, Reading } from "./reading";
import { textOf } from "./reading";

/** What money is written with, before or after it. */
const CURRENCY =
  /^(?:bs\.?\s?[fsd]?\.?|usd|us\$|\$|€|eur)\s*|\s*(?:bs\.?\s?[fsd]?\.?|usd|us\$|\$|€|eur|bolivares|d[oó]lares)$/giu;
const UNITS = /\s*(?:kgs?|kilos?|kilogramos?|cms?|centimetros?|mts?|metros?|m|años?)\.?$/iu;

/**
 * A number as people here write it: `676,50`, `1.234,50`, `1 234,5`, `1,234.50`, `Bs. 500`, `65 kg`. A single point or
 * comma before exactly three figures parts thousands (1.234); else it is the decimal sign.
 */
export function readNumber(cell: CellText): Reading<number> {
  const refused = { ok: false, code: "matricula.numberUnreadable" } as const;
  if (typeof cell === "number") return Number.isFinite(cell) ? { ok: true, value: cell } : refused;
  if (typeof cell === "boolean") return refused;
  const text = textOf(cell).replace(CURRENCY, "").replace(UNITS, "").replace(/[\s']/gu, "");
  if (!/^-?[0-9][0-9.,]*$/.test(text)) return refused;
  const decimal = decimalSignOf(text);
  const [whole = "", fraction = "", ...more] = decimal === "" ? [text] : text.split(decimal);
  if (more.length > 0 || !isGrouped(whole) || !/^[0-9]*$/.test(fraction)) return refused;
  const value = Number(`${whole.replace(/[.,]/g, "")}.${fraction || "0"}`);
  return Number.isFinite(value) ? { ok: true, value } : refused;
}

/** The sign before the fraction: the later one of both, or a single one unless it parts thousands. */
function decimalSignOf(text: string): "" | "." | "," {
  const [point, comma] = [text.lastIndexOf("."), text.lastIndexOf(",")];
  if (point >= 0 && comma >= 0) return point > comma ? "." : ",";
  if (point < 0 && comma < 0) return "";
  const sign = point >= 0 ? "." : ",";
  const isThousands = new RegExp(`^-?[1-9][0-9]{0,2}(\\${sign}[0-9]{3})+$`).test(text);
  return isThousands ? "" : sign;
}

/** Figures without signs between them, or with one before each three. */
function isGrouped(whole: string): boolean {
  return /^-?[0-9]+$/.test(whole) || /^-?[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})*$/.test(whole);
}

/** A number within these bounds, both included, rounded to cents. */
export function readAmount(cell: CellText, { min, max }: { min: number; max: number }): Reading<number> {
  const read = readNumber(cell);
  if (!read.ok) return read;
  const value = Math.round(read.value * 100) / 100;
  return value >= min && value <= max
    ? { ok: true, value }
    : { ok: false, code: "matricula.numberOutOfRange", values: { min, max } };
}

/** A monthly income, as the form says it. */
export function readIncome(cell: CellText): Reading<number> {
  return readAmount(cell, { min: 0, max: 999_999_999_999 });
}

/** A weight in kilograms. */
export function readWeight(cell: CellText): Reading<number> {
  return readAmount(cell, { min: 1, max: 400 });
}

/** A height in centimetres; what is below 3 was measured in metres. */
export function readHeight(cell: CellText): Reading<number> {
  const read = readNumber(cell);
  if (!read.ok) return read;
  return readAmount(read.value > 0 && read.value < 3 ? read.value * 100 : read.value, { min: 30, max: 260 });
}

/** The number of a student in the list, as forms take it too. */
export function readListNumber(cell: CellText): Reading<number> {
  const read = readNumber(cell);
  if (!read.ok) return read;
  const isOne =
    Number.isInteger(read.value) && read.value >= LIST_NUMBERS.min && read.value <= LIST_NUMBERS.max;
  return isOne ? read : { ok: false, code: "matricula.countOutOfRange" };
}
