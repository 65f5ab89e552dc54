"use client";

import { useTranslations } from "next-intl";
import { useErrorWords } from "@/components/account/use-error-words";
import type { SchoolVerdict } from "@/domain/onboarding-list";

/** Why a line gets its verdict: the repair where there is one. */
export function useSchoolReason(): (verdict: SchoolVerdict) => string {
  const t = useTranslations("schoolImport.reasons");
  const words = useErrorWords();
  return ({ code, problem, firstLine }) =>
    (problem && words.ofField({ message: problem })) ?? t(code, { firstLine: firstLine ?? 0 });
}
