import { createTranslator } from "next-intl";
import { messagesOf } from "@/i18n/messages";

/** A sentence of the English messages, by its key. */
export function say(key: string, values: Record<string, string | number> = {}): string {
  const t = createTranslator<Record<string, unknown>>({ locale: "en-GB", messages: messagesOf("en") });
  return (t as (key: string, values: Record<string, string | number>) => string)(key, values);
}
