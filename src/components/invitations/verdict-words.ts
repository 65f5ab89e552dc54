"use client";

import { useTranslations } from "next-intl";
import type { InvitationVerdict } from "@/domain/invitation-verdict";

/** Why a line gets its verdict: the repair where there is one. */
export function useVerdictReason(): (verdict: InvitationVerdict) => string {
  const t = useTranslations("verdicts.reason");
  const tEmail = useTranslations("errors.email");
  return ({ code, problem, firstLine }) => {
    if (code === "malformed" && problem) return tEmail(problem);
    return code === "repeated" ? t(code, { firstLine: firstLine ?? 0 }) : t(code);
  };
}
