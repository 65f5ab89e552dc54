"use client";

import { useTranslations } from "next-intl";
import type { ImportState } from "@/domain/student-import-list";

/** The names of the steps of an import, in order. */
export function useSteps(): string[] {
  const t = useTranslations("studentImport.steps");
  return [t("file"), t("columns"), t("check"), t("import")];
}

const AT: Record<ImportState, number> = {
  ...{ reading: 0, failed: 0, mapped: 1, checking: 2, checked: 2, held: 2 },
  ...{ applying: 3, cancelled: 3, done: 4, undoing: 4, undone: 4 },
};

/** The step that an import in this state is at; all are behind it where it is over. */
export function stepAt(state: ImportState): number {
  return AT[state];
}
