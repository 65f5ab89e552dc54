import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { localeSchema } from "@/domain/preference-schemas";
import { DEFAULT_TIME_ZONE } from "@/domain/setting-list";
import { formatLocale, LOCALE_COOKIE, negotiateLocale } from "./locale";
import { messagesOf } from "./messages";

/** Language, messages and formats of a request: by cookie, then by the browser; never by the path. */
export default getRequestConfig(async ({ locale: explicit }) => {
  const asked = localeSchema.safeParse(explicit?.slice(0, 2));
  const locale = asked.success ? asked.data : await requestedLocale();
  return { locale: formatLocale(locale), messages: messagesOf(locale), timeZone: DEFAULT_TIME_ZONE };
});

async function requestedLocale() {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return negotiateLocale(jar.get(LOCALE_COOKIE)?.value, sent.get("accept-language"));
}
