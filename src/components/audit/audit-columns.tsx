"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { RouteLink } from "@/components/ui/route-link";
import type { Column } from "@/components/ui/table-types";
import { useDay } from "@/components/use-day";
import { auditKindOf } from "@/domain/audit-list";
import { type AuditUrl, auditHref } from "./audit-url";
import { useLog } from "./log-source";
import type { EventRow } from "./types";
import { useEventWords } from "./use-event-words";

/** The columns of the log: what, who, of which kind, and when. */
export function useAuditColumns(props: {
  url: AuditUrl;
  panelOpen: boolean;
  onOpen: (id: string) => void;
}): Column<EventRow>[] {
  const { url, panelOpen, onOpen } = props;
  const t = useTranslations("auditLog");
  const { moment } = useDay();
  const { phrase } = useEventWords();
  const { scope, path } = useLog();
  const ofMany = scope === "platform";
  const columns: (Column<EventRow> | false)[] = [
    {
      id: "what",
      header: t("columns.what"),
      width: ofMany ? "40%" : "48%",
      cell: (row) => (
        <>
          <RouteLink
            href={auditHref({ ...url, event: row.id }, path)}
            scroll={false}
            data-row-link
            onNavigate={(event) => {
              event.preventDefault();
              onOpen(row.id);
            }}
            className="line-clamp-2 py-1 font-body text-ink-2 underline-offset-3 first-letter:uppercase hover:underline [&_b]:font-medium [&_b]:text-ink"
          >
            {phrase(row)}
          </RouteLink>
          <span className="block truncate pb-1 text-xs font-body text-ink-3 sm:hidden">
            {ofMany ? `${row.school?.name ?? t("noSchool")} · ` : null}
            {row.actorName} · {moment(row.createdAt)}
          </span>
        </>
      ),
    },
    {
      id: "who",
      header: t("columns.who"),
      from: "sm",
      width: "22%",
      cell: (row) => <Actor event={row} />,
    },
    ofMany && {
      id: "school",
      header: t("columns.school"),
      from: "md",
      width: "18%",
      cell: (row) => row.school?.name ?? <span className="text-ink-3">{t("noSchool")}</span>,
    },
    !panelOpen && {
      id: "kind",
      header: t("columns.kind"),
      from: "lg",
      nowrap: true,
      cell: (row) => {
        const kind = auditKindOf(row.action);
        return kind ? t(`kinds.${kind}`) : null;
      },
    },
    {
      id: "when",
      header: t("columns.when"),
      from: "sm",
      nowrap: true,
      cell: (row) => <time dateTime={row.createdAt.toISOString()}>{moment(row.createdAt)}</time>,
    },
  ];
  return columns.filter((column) => column !== false);
}

/** Who did it, with a word where it was nobody of the school. */
export function Actor({ event }: { event: Pick<EventRow, "actorName" | "actorKind"> }) {
  const t = useTranslations("auditLog.actorBadges");
  const { actorName, actorKind } = event;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2">
      <span className="truncate">{actorName}</span>
      {actorKind === "person" ? null : <Badge>{t(actorKind)}</Badge>}
    </span>
  );
}
