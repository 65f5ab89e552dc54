"use client";

import { useTranslations } from "next-intl";

/** What differs from row to row, as long as nothing is said of one row. */
type Told = { code: string; values?: Record<string, string | number> };

/** Words what is wrong with a cell: the repair for all rows that need it, and what is expected of one. */
export function useProblemWords() {
  const tError = useTranslations("errors");
  const tRepair = useTranslations("studentImport.repairs");
  const tExpected = useTranslations("studentImport.expected");
  type ErrorKey = Parameters<typeof tError>[0];
  type RepairKey = Parameters<typeof tRepair>[0];
  type ExpectedKey = Parameters<typeof tExpected>[0];

  /** What is wrong and what to do about it, for a group of rows. */
  function repair({ code, values = {} }: Told): string {
    if (tRepair.has(code as RepairKey)) return tRepair(code as RepairKey);
    return tError.has(code as ErrorKey) ? tError(code as ErrorKey, values) : tError("failed");
  }

  /** What the cell should hold instead, in a few words. */
  function expected({ code, values = {} }: Told): string {
    return tExpected.has(code as ExpectedKey) ? tExpected(code as ExpectedKey, values) : "";
  }

  return { repair, expected };
}
