/** Invisible characters that turn or hide text: zero-width space, BOM and bidirectional overrides. */
const INVISIBLE = /[\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** One line of text as a person sees it: no control or invisible characters, single spaces, trimmed. */
export function tidyText(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

/** Text of several lines as a person sees it: no control characters but line breaks, which are all of one kind; trimmed. */
export function tidyLines(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(INVISIBLE, "")
    .replace(/[^\P{Cc}\n]/gu, "")
    .trim();
}
