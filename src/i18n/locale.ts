import { type AppLocale, LOCALES } from "@/domain/locale";
import { oneOf } from "@/lib/one-of";

/** The cookie in which a choice of language is kept. */
export const LOCALE_COOKIE = "locale";
export const DEFAULT_LOCALE: AppLocale = "en";

/** Language tags for formats: dates are dd/mm in both, the decimal comma is Venezuela's. */
const FORMATS = { en: "en-GB", es: "es-VE" } as const satisfies Record<AppLocale, string>;
export type FormatLocale = (typeof FORMATS)[AppLocale];

/** The tag for dates, numbers, `<html lang>` and React Aria. */
export function formatLocale(locale: AppLocale): FormatLocale {
  return FORMATS[locale];
}

/** The language of a tag such as "es-VE"; English for what we do not speak. */
export function appLocale(tag: string): AppLocale {
  return findLocale(tag) ?? DEFAULT_LOCALE;
}

/** The language to answer in: what was chosen, else the best that the browser asks for, else English. */
export function negotiateLocale(
  chosen: string | undefined,
  acceptLanguage: string | null | undefined,
): AppLocale {
  const cookie = oneOf(LOCALES, chosen);
  if (cookie) return cookie;
  for (const tag of preferred(acceptLanguage ?? "")) {
    const locale = findLocale(tag);
    if (locale) return locale;
  }
  return DEFAULT_LOCALE;
}

function findLocale(tag: string): AppLocale | undefined {
  const language = tag.toLowerCase().split("-")[0];
  return LOCALES.find((locale) => locale === language);
}

/** Tags of an Accept-Language header (RFC 9110, 12.5.4) by their weight, those refused with q=0 left out. */
function preferred(header: string): string[] {
  const weighted = header
    .slice(0, 500)
    .split(",")
    .map((item) => {
      const [tag = "", ...parameters] = item.split(";").map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
      return { tag, weight: quality === undefined ? 1 : Number(quality) };
    });
  return weighted
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
