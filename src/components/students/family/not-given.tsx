"use client";

import { useTranslations } from "next-intl";

/** In the place of a value that nobody has given. */
export function NotGiven() {
  const t = useTranslations("students");
  return (
    <>
      <span aria-hidden="true" className="text-ink-3">
        –
      </span>
      <span className="sr-only">{t("notGiven")}</span>
    </>
  );
}
