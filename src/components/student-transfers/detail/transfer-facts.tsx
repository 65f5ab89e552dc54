"use client";

import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { useDay } from "@/components/use-day";
import type { TransferDetail } from "../types";

/** What happened to a transfer, in the order in which it does, and who is asked. */
export function TransferFacts({ transfer }: { transfer: TransferDetail }) {
  const t = useTranslations("studentTransfers.detail");
  const tStates = useTranslations("studentTransfers.states");
  const { moment, calendarDay } = useDay();
  const { asked, agreedAt, closedAt, expiresAt, status, decidedBy, reason } = transfer;
  const isOpen = status === "awaiting_guardian" || status === "awaiting_school";
  const items = [
    asked && {
      term: t("askedOn"),
      value: t("by", { at: moment(transfer.createdAt), name: asked.requestedBy }),
    },
    asked && {
      term: t("guardian"),
      value: (
        <>
          {asked.guardianName}
          <span className="block text-xs text-ink-3">
            {asked.guardianEmail}
            {status === "awaiting_guardian" ? ` · ${t(`delivery.${asked.delivery}`)}` : ""}
          </span>
        </>
      ),
    },
    agreedAt && { term: t("agreedOn"), value: moment(agreedAt) },
    isOpen && {
      term: status === "awaiting_guardian" ? t("guardianUntil") : t("schoolUntil"),
      value: moment(expiresAt),
    },
    closedAt && {
      term: tStates(status),
      value: decidedBy === "" ? moment(closedAt) : t("by", { at: moment(closedAt), name: decidedBy }),
    },
    { term: t("lastDay"), value: calendarDay(transfer.lastDay) },
    reason && { term: t("reason"), value: reason },
  ];
  return (
    <DescriptionList
      items={items.filter((item) => item !== false && item !== null && item !== "" && item !== undefined)}
    />
  );
}
