/** What a normaliser says of what somebody typed. */
export type Normalised<Value> =
  | {
      ok: true;
      value: Value;
      /** It was read, but looks odd: a key of the `errors` messages. */
      warning?: IdentityProblem;
    }
  | {
      ok: false;
      /** Why it cannot be read: a key of the `errors` messages. */
      code: IdentityProblem;
    };

/** Everything a normaliser may complain about, as keys of the `errors` messages. */
export const IDENTITY_PROBLEMS = [
  "identity.cedulaEmpty",
  "identity.cedulaLetters",
  "identity.cedulaLength",
  "identity.cedulaOddLength",
  "identity.schoolCedulaEmpty",
  "identity.schoolCedulaLetters",
  "identity.schoolCedulaLength",
  "identity.schoolCedulaOddLength",
  "identity.phoneEmpty",
  "identity.phoneLetters",
  "identity.phoneLength",
  "identity.phoneWithoutArea",
  "identity.phoneUnknownArea",
  "identity.dayEmpty",
  "identity.dayUnreadable",
  "identity.dayImpossible",
  "identity.dayShortYear",
  "identity.birthFuture",
  "identity.birthTooOld",
  "identity.genderEmpty",
  "identity.genderUnknown",
] as const;
export type IdentityProblem = (typeof IDENTITY_PROBLEMS)[number];

export function refused(code: IdentityProblem): { ok: false; code: IdentityProblem } {
  return { ok: false, code };
}

export function read<Value>(value: Value, warning?: IdentityProblem): Normalised<Value> {
  return warning === undefined ? { ok: true, value } : { ok: true, value, warning };
}

/** What a cell or a field holds as plain characters: full-width forms made plain, no invisible characters, trimmed. */
export function plainText(input: string): string {
  return input
    .replace(/[\t\r\n]/g, " ")
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/\s+/gu, " ")
    .trim();
}

const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;

/** The text of a field or a cell that holds a number of figures; a fraction and a number below nought are none. */
export function figuresText(input: string | number): string {
  if (typeof input === "string") return plainText(input);
  return Number.isSafeInteger(input) && input >= 0 ? input.toFixed(0) : "?";
}
