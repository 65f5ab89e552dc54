import { oneOf } from "@/lib/one-of";

/** The words of the page that stands where nothing else does, messages included. */
export const BROKEN_WORDS = {
  en: {
    product: "Homeroom",
    title: "This page could not be shown",
    body: "Something failed on our side. Nothing that was saved is lost.",
    again: "Try again",
    reference: "Reference",
  },
  es: {
    product: "Homeroom",
    title: "No se pudo mostrar esta página",
    body: "Algo falló de nuestro lado. No se ha perdido nada de lo guardado.",
    again: "Intentar de nuevo",
    reference: "Referencia",
  },
} as const;

type Language = keyof typeof BROKEN_WORDS;
const LANGUAGES = ["en", "es"] as const satisfies readonly Language[];

/** The theme that was chosen; none follows the device. */
export function brokenTheme(cookie: string): "light" | "dark" | undefined {
  return oneOf(["light", "dark"], /(?:^|;\s*)theme=([a-z]+)/.exec(cookie)?.[1]);
}

/** The language that was chosen, else the page's, else the browser's, else English. */
export function brokenLanguage(cookie: string, page: string, browser: readonly string[]): Language {
  const chosen = /(?:^|;\s*)locale=([a-z]{2})/.exec(cookie)?.[1];
  for (const tag of [chosen, page, ...browser]) {
    const language = oneOf(LANGUAGES, tag?.slice(0, 2).toLowerCase());
    if (language) return language;
  }
  return "en";
}
