"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { StatusDot } from "@/components/ui/status-dot";
import type { TransferRow } from "./types";

type State = Pick<TransferRow, "status" | "direction" | "asked">;

/** How a transfer stands: a badge where it asks something of this school, else a dot and a word. */
export function TransferState({ status, direction, asked }: State) {
  const t = useTranslations("studentTransfers.states");
  if (status === "awaiting_school" && direction === "incoming")
    return <Badge tone="warning">{t("toDecide")}</Badge>;
  if (status === "awaiting_guardian" && asked?.delivery === "failed")
    return <Badge tone="danger">{t("notDelivered")}</Badge>;
  return (
    <StatusDot tone={status === "completed" ? "on" : status.startsWith("awaiting") ? "neutral" : "off"}>
      {t(status)}
    </StatusDot>
  );
}
