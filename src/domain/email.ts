/**
 * One strict address, a subset of RFC 5321: what is refused here is what mail software has been confused by
 * (GHSA-5jpx-9hw9-2fx4, GHSA-7rqj-j65f-68wh, CVE-2022-35924), so no quotes, comments, lists or homoglyphs.
 */

export const EMAIL_PROBLEMS = [
  "empty",
  "tooLong",
  "control",
  "nonAscii",
  "space",
  "forbiddenCharacter",
  "noAt",
  "severalAt",
  "localPart",
  "domain",
  "noDomainEnding",
] as const;
export type EmailProblem = (typeof EMAIL_PROBLEMS)[number];
export type ParsedEmail = { ok: true; email: string } | { ok: false; reason: EmailProblem };

const MAX_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;

/**
 * The address as it is stored and compared: trimmed and lower-case. Only ASCII letters are lowered, and nothing
 * is composed: the Kelvin sign or a full-width letter must not turn into somebody else's address.
 */
export function normaliseEmail(input: string): string {
  return input.trim().replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The one address in the text, normalised, or the first reason why it is none; linear in the length of the text. */
export function parseEmail(input: string): ParsedEmail {
  const email = normaliseEmail(input);
  const reason = problemOf(email);
  return reason === undefined ? { ok: true, email } : { ok: false, reason };
}

function problemOf(email: string): EmailProblem | undefined {
  if (email === "") return "empty";
  if (email.length > MAX_LENGTH) return "tooLong";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/.test(email)) return "control";
  const [local = "", domain, ...rest] = email.split("@");
  if (rest.length > 0) return "severalAt";
  if (/\s/.test(email)) return "space";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
  if (/[^\u0000-\u007f]/.test(email)) return "nonAscii";
  if (/[",;:<>()[\]\\`|{}!%*?^$]/.test(email)) return "forbiddenCharacter";
  if (domain === undefined) return "noAt";
  if (local.length > MAX_LOCAL_LENGTH) return "tooLong";
  if (!isLocalPart(local)) return "localPart";
  return domainProblem(domain);
}

function isLocalPart(local: string): boolean {
  return local.split(".").every((atom) => /^[a-z0-9#&'+/=_~-]+$/.test(atom)) && !local.startsWith("-");
}

function domainProblem(domain: string): EmailProblem | undefined {
  const labels = domain.split(".");
  if (!labels.every((label) => label.length <= 63 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label)))
    return "domain";
  const ending = labels.at(-1) ?? "";
  if (labels.length < 2) return "noDomainEnding";
  return /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(ending) ? undefined : "domain";
}
