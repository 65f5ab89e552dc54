"use client";

import { useTranslations } from "next-intl";
import { PersonCell } from "@/components/invitations/person-cell";
import { InvitationState } from "@/components/invitations/status";
import type { Column } from "@/components/ui/table-types";
import { useDay } from "@/components/use-day";
import type { SchoolInvitationRow } from "../types";
import { type InvitationsUrl, invitationsHref } from "./invitations-url";

/** The columns of the list; a name opens its invitation beside the list. */
export function useSchoolInvitationColumns(url: InvitationsUrl): Column<SchoolInvitationRow>[] {
  const t = useTranslations("schoolInvitations.list");
  const tTier = useTranslations("tiers");
  const { day } = useDay();
  // The side panel says it too, and takes the room.
  const isWide = url.open === null;
  const columns: (Column<SchoolInvitationRow> | false)[] = [
    {
      id: "school",
      header: t("school"),
      rowHeader: true,
      cell: ({ id, name, email, plan }) => (
        <PersonCell
          name={name}
          email={email}
          href={invitationsHref({ ...url, open: id })}
          narrow={[tTier(plan)]}
        />
      ),
    },
    isWide && { id: "plan", header: t("plan"), from: "sm", nowrap: true, cell: ({ plan }) => tTier(plan) },
    {
      id: "status",
      header: t("status"),
      nowrap: true,
      cell: ({ status, delivery }) => <InvitationState status={status} delivery={delivery} />,
    },
    isWide && { id: "by", header: t("invitedBy"), from: "lg", cell: ({ invitedBy }) => invitedBy },
    isWide && {
      id: "sent",
      header: t("sent"),
      from: "md",
      align: "end",
      nowrap: true,
      cell: ({ lastSentAt, sendCount }) =>
        lastSentAt === null ? (
          t("notSent")
        ) : (
          <>
            <time dateTime={lastSentAt.toISOString()}>{day(lastSentAt)}</time>
            {sendCount > 1 ? (
              <span className="block text-xs text-ink-3">{t("sentTimes", { count: sendCount })}</span>
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
      cell: ({ status, expiresAt }) =>
        status === "pending" || status === "expired" ? (
          <time dateTime={expiresAt.toISOString()}>{day(expiresAt)}</time>
        ) : (
          "–"
        ),
    },
  ];
  return columns.filter((column) => column !== false);
}
