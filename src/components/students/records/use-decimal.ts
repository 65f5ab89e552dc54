"use client";

import { useLocale } from "next-intl";
import { useCallback } from "react";

/** Writes a number into a text field as people here do, without groups; nothing for none. */
export function useDecimal(): (value: number | null) => string {
  const locale = useLocale();
  return useCallback(
    (value) =>
      value === null
        ? ""
        : new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 2 }).format(value),
    [locale],
  );
}
