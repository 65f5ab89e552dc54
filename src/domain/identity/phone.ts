import { figuresText, type Normalised, read, refused } from "./normalised";

/** The country whose numbers are known without a +. */
const COUNTRY = "58";
/** Area code (2xx) or operator (4xx), and seven digits. */
const NATIONAL = /^[24]\d{9}$/;
const LOCAL = /^\d{7}$/;
/** What E.164 allows behind the +. */
const FOREIGN = /^[1-9]\d{6,14}$/;
/** Operators of mobile numbers, and the areas of fixed ones, which all begin with 2. */
const KNOWN = /^(?:4(?:12|14|16|22|24|26)|2\d\d)/;

/**
 * A phone number as it is stored: +58 and ten digits for a Venezuelan one however it was typed, + and digits for one of
 * another country. Seven digits alone are kept as they are, with a warning: their area cannot be known.
 */
export function readPhone(input: string | number): Normalised<string> {
  const text = figuresText(input);
  if (text === "") return refused("identity.phoneEmpty");
  if (!/^(?:tel[.:]?)?\s*\+?[\d\s().\-‐-―/]*$/iu.test(text)) return refused("identity.phoneLetters");
  const digits = text.replace(/\D/g, "");
  if (digits === "") return refused("identity.phoneLetters");
  const isInternational = text.includes("+") || digits.startsWith("00");
  const number = digits.replace(/^00/, "");
  if (isInternational && !number.startsWith(COUNTRY))
    return FOREIGN.test(number) ? read(`+${number}`) : refused("identity.phoneLength");
  const national = nationalPart(number);
  if (national !== undefined)
    return read(`+${COUNTRY}${national}`, KNOWN.test(national) ? undefined : "identity.phoneUnknownArea");
  if (!isInternational && LOCAL.test(number)) return read(number, "identity.phoneWithoutArea");
  return refused("identity.phoneLength");
}

/** The ten digits behind the country's 58 or the national 0, with both, or alone. */
function nationalPart(digits: string): string | undefined {
  const [, national] = /^(?:58)?0?(\d{10})$/.exec(digits) ?? [];
  return national !== undefined && NATIONAL.test(national) ? national : undefined;
}

/** A stored number as people here write it: +584143757096 is 0414-3757096; others stand as they are. */
export function formatPhone(phone: string): string {
  const [, area, number] = /^\+58(\d{3})(\d{7})$/.exec(phone) ?? [];
  return area && number ? `0${area}-${number}` : phone;
}
