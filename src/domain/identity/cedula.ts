import { figuresText, type Normalised, read, refused } from "./normalised";

/** Digits that the database holds at most and at least; outside of 6 to 9 it is odd (docs name 6 to 12 and 7 to 9). */
const MIN_DIGITS = 4;
const MAX_DIGITS = 12;
const USUAL = { min: 6, max: 9 };

const SEPARATORS = /[\s.,\-‐-―_']+/gu;
/** "C.I.", "CI", "cédula", "N°" before the number. */
const LABEL = /^(?:c[eé]dula|c\.?\s*i\.?)(?![\p{L}])[\s:.-]*|^n[°º.]\s*/iu;
/** A CSV that was written from numbers: 31003213.0 */
const DECIMAL_NOUGHT = /^(\D*\d+)[.,]0{1,2}$/u;

/**
 * A cédula de identidad as it is stored: V or E and digits without leading noughts. `V-12.345.678`, `v12345678`,
 * `12345678` and the number are V12345678; a letter other than a V or E before the digits is refused; odd lengths warn.
 */
export function readCedula(input: string | number): Normalised<string> {
  const text = figuresText(input).replace(LABEL, "").replace(DECIMAL_NOUGHT, "$1");
  const bare = text.replace(SEPARATORS, "").toUpperCase();
  if (bare === "") return refused("identity.cedulaEmpty");
  const [, kind, digits] = /^([VE]?)0*([0-9]+)$/.exec(bare) ?? [];
  if (digits === undefined) return refused("identity.cedulaLetters");
  if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS) return refused("identity.cedulaLength");
  const isUsual = digits.length >= USUAL.min && digits.length <= USUAL.max;
  return read(`${kind || "V"}${digits}`, isUsual ? undefined : "identity.cedulaOddLength");
}

/** A stored cédula as people read it: V12345678 is V-12.345.678. */
export function formatCedula(cedula: string): string {
  return `${cedula.slice(0, 1)}-${cedula.slice(1).replace(/\B(?=(?:\d{3})+$)/g, ".")}`;
}

/** Young children's numbers without a cédula have 11 digits; variants have been seen, so others only warn. */
const SCHOOL_DIGITS = 11;
const MIN_SCHOOL_DIGITS = 6;
const MAX_SCHOOL_DIGITS = 15;

/**
 * A cédula escolar as it is stored: digits, leading noughts kept. A V, E or CE before them is left out; letters among
 * them are refused; another length than 11 digits warns.
 */
export function readSchoolCedula(input: string | number): Normalised<string> {
  const text = figuresText(input).replace(LABEL, "").replace(DECIMAL_NOUGHT, "$1");
  const bare = text.replace(SEPARATORS, "").toUpperCase();
  if (bare === "") return refused("identity.schoolCedulaEmpty");
  const [, digits] = /^(?:CE|[VE])?([0-9]+)$/.exec(bare) ?? [];
  if (digits === undefined) return refused("identity.schoolCedulaLetters");
  if (digits.length < MIN_SCHOOL_DIGITS || digits.length > MAX_SCHOOL_DIGITS)
    return refused("identity.schoolCedulaLength");
  return read(digits, digits.length === SCHOOL_DIGITS ? undefined : "identity.schoolCedulaOddLength");
}
