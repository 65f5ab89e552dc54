"use client";

import { useTranslations } from "next-intl";

/** Says why an import did not work, by the key of its error. */
export function useFailureWords() {
  const t = useTranslations("errors");
  type Key = Parameters<typeof t>[0];
  return (failure: string | null): string =>
    failure !== null && t.has(failure as Key) ? t(failure as Key) : t("failed");
}
