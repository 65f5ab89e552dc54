"use client";

import { CircleX, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { StatusDot } from "@/components/ui/status-dot";
import type { DeliveryStatus, InvitationStatus } from "@/domain/roles";

const DOTS = { accepted: "on", pending: "neutral", revoked: "off" } as const;

/** How an invitation stands: a badge only where something is asked of the school. */
export function InvitationState({
  status,
  delivery,
}: {
  status: InvitationStatus;
  delivery: DeliveryStatus;
}) {
  const t = useTranslations("invitations.status");
  if (status === "expired") {
    return (
      <Badge tone="warning" icon={<Clock />}>
        {t("expired")}
      </Badge>
    );
  }
  if (status === "pending" && delivery === "failed") {
    return (
      <Badge tone="danger" icon={<CircleX />}>
        {t("failed")}
      </Badge>
    );
  }
  return (
    <StatusDot tone={DOTS[status]}>
      {status === "pending" && delivery === "queued" ? t("queued") : t(status)}
    </StatusDot>
  );
}
