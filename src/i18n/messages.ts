import type { AppLocale } from "@/domain/locale";
import en from "../../messages/en.json";
import es from "../../messages/es.json";

export type Messages = typeof en;

/** Everything that people read, in a language. */
export function messagesOf(locale: AppLocale): Messages {
  return locale === "es" ? es : en;
}
