const MAX_LENGTH = 2_000;
/** Never resolved: only tells whether a path stays where it is. */
const ORIGIN = "http://origin.invalid";

/**
 * The path to return to after signing in, if it is a path on the very host that asks; else the fallback.
 * Refuses whatever a browser might read as another host (`//evil`, `/\evil`, `/.//evil`), encoded or not.
 */
export function safeReturnPath(given: string | null | undefined, fallback = "/"): string {
  if (!given || given.length > MAX_LENGTH || !isPlain(given) || !given.startsWith("/")) return fallback;
  const decoded = decode(given);
  if (decoded === undefined || !isPlain(decoded) || /^\/[/\\]/.test(decoded)) return fallback;
  if (!URL.canParse(given, ORIGIN)) return fallback;
  const url = new URL(given, ORIGIN);
  if (url.origin !== ORIGIN || url.pathname.startsWith("//")) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Without backslashes, which browsers take for slashes, and without control characters, which they drop. */
function isPlain(text: string): boolean {
  return !/[\\\p{Cc}\u2028\u2029]/u.test(text);
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
