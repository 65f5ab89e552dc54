"use client";

import { DoorOpen } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { schoolInitials } from "@/components/ui/crest";
import { StatusDot } from "@/components/ui/status-dot";
import type { Column } from "@/components/ui/table-types";
import type { OrganizationStatus } from "@/domain/roles";
import type { SchoolRow } from "./types";

/** The columns of the list of schools, the way in at the end of each. */
export function useSchoolColumns(props: {
  ownId: string;
  onEnter: (school: SchoolRow) => void;
}): Column<SchoolRow>[] {
  const { ownId, onEnter } = props;
  const t = useTranslations("schools");
  const tTier = useTranslations("tiers");
  const format = useFormatter();
  return [
    {
      id: "name",
      header: t("columns.name"),
      cell: ({ name, slug }) => (
        <span className="flex min-w-0 items-center gap-2.5">
          <Avatar name={schoolInitials(name)} square />
          <span className="min-w-0">
            <span className="block font-medium text-ink [overflow-wrap:anywhere]">{name}</span>
            <span className="block truncate text-xs font-body text-ink-3">{slug}</span>
          </span>
        </span>
      ),
    },
    {
      id: "status",
      header: t("columns.status"),
      from: "sm",
      nowrap: true,
      cell: ({ status }) => <SchoolStatus status={status} />,
    },
    { id: "plan", header: t("columns.plan"), from: "md", nowrap: true, cell: ({ plan }) => tTier(plan) },
    {
      id: "people",
      header: t("columns.people"),
      from: "sm",
      align: "end",
      cell: ({ userCount }) => format.number(userCount),
    },
    {
      id: "enter",
      header: <span className="sr-only">{t("columns.enter")}</span>,
      align: "end",
      cell: (school) => {
        if (school.id === ownId)
          return (
            <ButtonLink size="sm" variant="quiet" href="/org-admin">
              {t("own")}
            </ButtonLink>
          );
        if (school.status === "inactive") return null;
        return (
          <Button
            size="sm"
            icon={<DoorOpen />}
            aria-label={t("enterNamed", { name: school.name })}
            onPress={() => onEnter(school)}
          >
            {t("enter")}
          </Button>
        );
      },
    },
  ];
}

function SchoolStatus({ status }: { status: OrganizationStatus }) {
  const t = useTranslations("schools.statuses");
  if (status === "suspended") return <Badge tone="warning">{t(status)}</Badge>;
  return <StatusDot tone={status === "active" ? "on" : "off"}>{t(status)}</StatusDot>;
}
