"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { StatusDot } from "@/components/ui/status-dot";
import type { Column } from "@/components/ui/table-types";
import { useDay } from "@/components/use-day";
import { isUnderWay } from "@/domain/student-import-list";
import { importHref } from "../import-url";
import type { ImportListRow } from "../types";

/** File, by whom, what it added and changed, and what is next or how it ended. */
export function useImportColumns(): Column<ImportListRow>[] {
  const t = useTranslations("studentImport.history");
  const format = useFormatter();
  const { moment } = useDay();
  const figure = (count: number | undefined) => (count === undefined ? "–" : format.number(count));
  return [
    {
      id: "file",
      header: t("file"),
      rowHeader: true,
      cell: ({ id, fileName, createdAt, createdBy }) => (
        <span className="grid min-w-0">
          <Link href={importHref(id)} data-row-link className="truncate">
            {fileName}
          </Link>
          <span className="truncate text-xs text-ink-3">
            {moment(createdAt)}
            <span className="sm:hidden"> · {createdBy}</span>
          </span>
        </span>
      ),
    },
    { id: "by", header: t("by"), from: "sm", cell: ({ createdBy }) => createdBy },
    {
      id: "added",
      header: t("added"),
      align: "end",
      cell: ({ counts }) => figure(counts.created),
    },
    {
      id: "changed",
      header: t("changed"),
      align: "end",
      from: "sm",
      cell: ({ counts }) => figure(counts.updated),
    },
    { id: "state", header: t("state"), cell: (row) => <StateCell row={row} /> },
  ];
}

function StateCell({ row }: { row: ImportListRow }) {
  const t = useTranslations("studentImport");
  const { day } = useDay();
  const { state, undoUntil, undoneAt } = row;
  if (state === "done")
    return undoUntil ? (
      <span className="sm:whitespace-nowrap">{t("history.undoUntil", { date: day(undoUntil) })}</span>
    ) : (
      <span className="text-ink-3">{t("history.closed")}</span>
    );
  if (state === "undone")
    return (
      <StatusDot tone="off">
        {undoneAt ? t("history.undoneOn", { date: day(undoneAt) }) : t("states.undone")}
      </StatusDot>
    );
  if (isUnderWay(state)) return <Badge tone="info">{t(`states.${state}`)}</Badge>;
  if (state === "failed") return <Badge tone="danger">{t("states.failed")}</Badge>;
  if (state === "cancelled") return <StatusDot tone="off">{t("states.cancelled")}</StatusDot>;
  return <Badge tone="warning">{t(`states.${state}`)}</Badge>;
}
