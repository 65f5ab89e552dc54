"use client";

import { useTranslations } from "next-intl";
import { saveFile } from "@/components/save-file";
import { toast } from "@/components/ui/toast";
import type { SchoolVerdict } from "@/domain/onboarding-list";
import { useSchoolReason } from "./verdict-words";

/** Hands over the lines that stay out, each with its reason, as a file to mend and to bring back. */
export function useDownloadSchools(): (verdicts: readonly SchoolVerdict[]) => void {
  const t = useTranslations("schoolImport");
  const tUi = useTranslations("ui");
  const reasonOf = useSchoolReason();

  async function save(verdicts: readonly SchoolVerdict[]): Promise<void> {
    const { toCsv } = await import("@/lib/csv");
    const csv = toCsv<SchoolVerdict>(
      [
        { header: t("columns.name"), value: ({ name }) => name },
        { header: t("columns.slug"), value: ({ slug }) => slug },
        { header: t("columns.contact"), value: ({ email }) => email },
        { header: t("columns.plan"), value: ({ plan, planText }) => plan ?? planText },
        { header: t("line"), value: ({ line }) => line },
        { header: t("verdict"), value: reasonOf },
      ],
      verdicts.filter(({ code }) => code !== "ok"),
    );
    saveFile(`${t("downloadName")}.csv`, new Blob([csv], { type: "text/csv;charset=utf-8" }));
  }

  return (verdicts) => void save(verdicts).catch(() => toast(tUi("downloadFailed")));
}
