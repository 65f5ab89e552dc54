"use client";

import { CircleX, OctagonPause } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { StatusDot } from "@/components/ui/status-dot";
import type { Column } from "@/components/ui/table-types";
import type { OutcomeLine } from "@/domain/invitation-outcome";
import { PersonCell } from "./person-cell";
import { VerdictBadge } from "./verdict-badge";
import { useVerdictReason } from "./verdict-words";

/** The columns of a sending's result. */
export function useOutcomeColumns(): Column<OutcomeLine>[] {
  const t = useTranslations("invitations");
  const tRole = useTranslations("roles");
  return [
    {
      id: "line",
      header: t("new.line"),
      align: "end",
      from: "sm",
      width: "3.5rem",
      cell: ({ line }) => <span className="text-xs text-ink-3">{line ?? "–"}</span>,
    },
    {
      id: "person",
      header: t("new.person"),
      rowHeader: true,
      cell: ({ name, email, role, roleText, className }) => (
        <PersonCell name={name} email={email} narrow={[role ? tRole(role) : roleText, className]} />
      ),
    },
    {
      id: "role",
      header: t("new.roleColumn"),
      from: "sm",
      cell: ({ role, roleText }) => (role ? tRole(role) : roleText || "–"),
    },
    { id: "class", header: t("new.classColumn"), from: "sm", cell: ({ className }) => className || "–" },
    { id: "result", header: t("sending.result"), cell: (line) => <OutcomeCell line={line} /> },
  ];
}

function OutcomeCell({ line }: { line: OutcomeLine }) {
  const t = useTranslations("invitations.outcome");
  const reasonOf = useVerdictReason();
  if (line.verdict) {
    return (
      <>
        <VerdictBadge code={line.verdict.code} />
        <Reason>{reasonOf(line.verdict)}</Reason>
      </>
    );
  }
  if (line.outcome === "failed") {
    return (
      <>
        <Badge tone="danger" icon={<CircleX />}>
          {t("failed")}
        </Badge>
        <Reason>{t("failedReason")}</Reason>
      </>
    );
  }
  if (line.outcome === "cancelled") {
    return (
      <>
        <Badge icon={<OctagonPause />}>{t("cancelled")}</Badge>
        <Reason>{t("cancelledReason")}</Reason>
      </>
    );
  }
  return <StatusDot tone={line.outcome === "queued" ? "neutral" : "on"}>{t(line.outcome)}</StatusDot>;
}

function Reason({ children }: { children: string }) {
  return <span className="mt-0.5 block max-w-60 text-xs text-ink-3">{children}</span>;
}
