"use client";

import { useTranslations } from "next-intl";
import { type InvitationVerdict, isRefused } from "@/domain/invitation-verdict";
import { toCsv } from "@/lib/csv";
import { useVerdictReason } from "./verdict-words";

/** Hands over the lines that stay out, each with its reason, as a file to mend and to bring back. */
export function useDownloadRefused(): (verdicts: readonly InvitationVerdict[]) => void {
  const t = useTranslations("invitations");
  const tRole = useTranslations("roles");
  const tLabel = useTranslations("verdicts.label");
  const reasonOf = useVerdictReason();
  return (verdicts) => {
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
    save(`${t("new.downloadName")}.csv`, new Blob([csv], { type: "text/csv;charset=utf-8" }));
  };
}

function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
