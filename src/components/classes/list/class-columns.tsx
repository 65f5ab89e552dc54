"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { RouteLink } from "@/components/ui/route-link";
import { StatusDot } from "@/components/ui/status-dot";
import type { Column } from "@/components/ui/table-types";
import { useDay } from "@/components/use-day";
import { ClassMark } from "../class-mark";
import { type Area, classHref } from "../class-url";
import type { ClassRow } from "./types";

/** The columns of the list of classes. */
export function useClassColumns(area: Area): Column<ClassRow>[] {
  const t = useTranslations("classes.list");
  const { day } = useDay();
  return [
    {
      id: "name",
      header: t("columns.name"),
      sortable: true,
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-2.5">
          <ClassMark name={row.name} />
          <span className="min-w-0">
            <RouteLink
              href={classHref(area, row.id)}
              data-row-link
              className="block truncate font-medium text-ink underline-offset-3 hover:underline"
            >
              {row.name}
            </RouteLink>
            <span className="block truncate text-xs text-ink-3 sm:hidden">
              {row.lead?.name ?? (
                <span className={cx(isLeadless(row) && "text-danger-text")}>{t("noLead")}</span>
              )}
              {row.year ? ` · ${row.year}` : null}
            </span>
          </span>
        </span>
      ),
    },
    { id: "lead", header: t("columns.coach"), from: "sm", cell: (row) => <Lead row={row} /> },
    {
      id: "year",
      header: t("columns.year"),
      sortable: true,
      from: "md",
      nowrap: true,
      cell: (row) => row.year,
    },
    { id: "state", header: t("columns.state"), from: "sm", nowrap: true, cell: (row) => <State row={row} /> },
    {
      id: "created",
      header: t("columns.created"),
      sortable: true,
      from: "lg",
      nowrap: true,
      cell: (row) => day(row.createdAt),
    },
    {
      id: "students",
      header: t("columns.students"),
      sortable: true,
      align: "end",
      nowrap: true,
      cell: (row) => <Students row={row} />,
    },
  ];
}

/** An active class without a lead asks for one. */
function isLeadless({ lead, state }: ClassRow): boolean {
  return lead === null && state === "active";
}

function Lead({ row }: { row: ClassRow }) {
  const t = useTranslations("classes.list");
  const { lead, coachCount } = row;
  if (!lead) return isLeadless(row) ? <Badge tone="danger">{t("noLead")}</Badge> : t("noLead");
  const helpers = coachCount - 1;
  return (
    <span className="block max-w-56 truncate">
      {lead.name}
      {helpers > 0 ? <span className="text-ink-3"> {t("andHelpers", { count: helpers })}</span> : null}
    </span>
  );
}

/** A normal state is a dot and a word; one that asks for something has a badge. */
function State({ row: { state, capacity, studentCount, waitingCount } }: { row: ClassRow }) {
  const t = useTranslations("classes.list");
  if (state === "archived") return <StatusDot tone="off">{t("states.archived")}</StatusDot>;
  if (capacity !== null && studentCount > capacity) return <Badge tone="warning">{t("states.over")}</Badge>;
  if (waitingCount > 0) return <Badge tone="info">{t("states.waiting", { count: waitingCount })}</Badge>;
  const full = capacity !== null && studentCount === capacity;
  return <StatusDot tone={full ? "neutral" : "on"}>{t(full ? "states.full" : "states.active")}</StatusDot>;
}

/** On a phone the state stands here too, where it is not the ordinary one. */
function Students({ row }: { row: ClassRow }) {
  const t = useTranslations("classes.list");
  const { number } = useFormatter();
  const { state, capacity, studentCount, waitingCount } = row;
  const ordinary = state === "active" && waitingCount === 0 && (capacity === null || studentCount < capacity);
  return (
    <>
      {number(studentCount)}
      {capacity === null ? null : <span className="text-ink-3"> {t("of", { capacity })}</span>}
      {ordinary ? null : (
        <span className="flex justify-end text-xs sm:hidden">
          <State row={row} />
        </span>
      )}
    </>
  );
}
