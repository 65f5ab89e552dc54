"use client";

import { useTranslations } from "next-intl";
import type { Column } from "@/components/ui/table-types";
import { useDay } from "@/components/use-day";
import { type ListView, listQuery } from "./list-params";
import { PersonCell } from "./person-cell";
import { InvitationState } from "./status";
import type { InvitationRow } from "./types";

/** The columns of the list; a name opens its invitation beside the list. */
export function useInvitationColumns(base: string, view: ListView): Column<InvitationRow>[] {
  const t = useTranslations("invitations.list");
  const tRole = useTranslations("roles");
  const { day } = useDay();
  return [
    {
      id: "person",
      header: t("person"),
      rowHeader: true,
      cell: (row) => (
        <PersonCell
          name={row.name}
          email={row.email}
          href={listQuery(base, { ...view, open: row.id })}
          narrow={[tRole(row.role), row.className ?? ""]}
        />
      ),
    },
    { id: "role", header: t("role"), from: "sm", nowrap: true, cell: (row) => tRole(row.role) },
    {
      id: "class",
      header: t("class"),
      from: "sm",
      nowrap: true,
      cell: (row) => row.className ?? t("noClass"),
    },
    {
      id: "status",
      header: t("status"),
      nowrap: true,
      cell: (row) => <InvitationState status={row.status} delivery={row.delivery} />,
    },
    // The side panel says it too, and takes the room.
    ...(view.open === null
      ? [
          {
            id: "by",
            header: t("invitedBy"),
            from: "lg" as const,
            cell: (row: InvitationRow) => row.invitedBy ?? t("somebody"),
          },
        ]
      : []),
    {
      id: "sent",
      header: t("sent"),
      from: "md",
      align: "end",
      nowrap: true,
      cell: (row) =>
        row.lastSentAt === null ? (
          t("notSent")
        ) : (
          <>
            <time dateTime={row.lastSentAt.toISOString()}>{day(row.lastSentAt)}</time>
            {row.sendCount > 1 ? (
              <span className="block text-xs text-ink-3">{t("sentTimes", { count: row.sendCount })}</span>
            ) : null}
          </>
        ),
    },
    {
      id: "expires",
      header: t("expires"),
      from: "md",
      align: "end",
      nowrap: true,
      cell: (row) =>
        row.status === "pending" || row.status === "expired" ? (
          <time dateTime={row.expiresAt.toISOString()}>{day(row.expiresAt)}</time>
        ) : (
          "–"
        ),
    },
  ];
}
