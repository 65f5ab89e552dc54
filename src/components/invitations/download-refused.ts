"use client";

import { useTranslations } from "next-intl";
import { saveFile } from "@/components/save-file";
import { toast } from "@/components/ui/toast";
import { type InvitationVerdict, isRefused } from "@/domain/invitation-verdict";
import { useVerdictReason } from "./verdict-words";

/** Hands over the lines that stay out, each with its reason, as a file to mend and to bring back. */
export function useDownloadRefused(): (verdicts: readonly InvitationVerdict[]) => void {
  const t = useTranslations("invitations");
  const tRole = useTranslations("roles");
  const tLabel = useTranslations("verdicts.label");
  const tUi = useTranslations("ui");
  const reasonOf = useVerdictReason();

  async function save(verdicts: readonly InvitationVerdict[]): Promise<void> {
    const { toCsv } = await import("@/lib/csv");
    const csv = toCsv<InvitationVerdict>(
      [
        { header: t("columns.line"), value: ({ line }) => line },
        { header: t("columns.email"), value: ({ email }) => email },
        { header: t("columns.name"), value: ({ name }) => name },
        { header: t("columns.role"), value: ({ role, roleText }) => (role ? tRole(role) : roleText) },
        { header: t("columns.class"), value: ({ className }) => className },
        { header: t("columns.result"), value: ({ code }) => tLabel(code) },
        { header: t("columns.reason"), value: reasonOf },
      ],
      verdicts.filter(({ code }) => isRefused(code)),
    );
    saveFile(`${t("new.downloadName")}.csv`, new Blob([csv], { type: "text/csv;charset=utf-8" }));
  }

  return (verdicts) => void save(verdicts).catch(() => toast(tUi("downloadFailed")));
}
