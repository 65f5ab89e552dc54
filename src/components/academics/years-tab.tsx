"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { Section } from "@/components/ui/section";
import { StatusDot } from "@/components/ui/status-dot";
import { useDay } from "@/components/use-day";
import { ACADEMICS_PATH } from "./academics-url";
import type { TabProps } from "./tab-props";
import type { OpenYear, Year } from "./types";

/** Every school year with its state, and the terms of the one that is looked at. */
export function YearsTab({ structure, actions, ask }: TabProps) {
  const t = useTranslations("academics.years");
  const { calendarDay } = useDay();
  const { years, year } = structure;
  if (years.length === 0)
    return (
      <div className="py-12">
        <EmptyState
          drawing="classroom"
          title={t("emptyTitle")}
          actions={
            <Button variant="primary" onPress={() => ask({ kind: "year", year: null })}>
              {t("new")}
            </Button>
          }
        >
          {t("emptyBody")}
        </EmptyState>
      </div>
    );
  const current = years.find(({ isCurrent }) => isCurrent);
  return (
    <>
      {current ? null : <p className="text-sm text-warning-text">{t("noCurrent")}</p>}
      <DataTable
        boxed
        caption={t("caption")}
        rows={years}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        columns={[
          {
            id: "name",
            header: t("columns.name"),
            cell: (row) => (
              <>
                <span className="block font-medium tabular-nums">{row.name}</span>
                <span className="block text-xs text-ink-3 sm:hidden">
                  {t("days", { from: calendarDay(row.startsOn), to: calendarDay(row.endsOn) })}
                </span>
              </>
            ),
          },
          {
            id: "days",
            header: t("columns.days"),
            from: "sm",
            nowrap: true,
            cell: (row) => t("days", { from: calendarDay(row.startsOn), to: calendarDay(row.endsOn) }),
          },
          { id: "state", header: t("columns.state"), nowrap: true, cell: (row) => <State year={row} /> },
          {
            id: "actions",
            header: <span className="sr-only">{t("columns.actions")}</span>,
            align: "end",
            nowrap: true,
            cell: (row) => <YearMenu year={row} current={current} actions={actions} ask={ask} />,
          },
        ]}
      />
      {current ? (
        <p className="flex flex-wrap items-center gap-3 text-sm text-ink-2">
          {t("rolloverBody", { name: current.name })}
          <ButtonLink href={`${ACADEMICS_PATH}/rollover`}>{t("rollover")}</ButtonLink>
        </p>
      ) : null}
      {year ? <Terms year={year} onEdit={() => ask({ kind: "year", year })} /> : null}
    </>
  );
}

function State({ year: { isCurrent, state } }: { year: Year }) {
  const t = useTranslations("academics.years.states");
  if (isCurrent) return <Badge tone="info">{t("current")}</Badge>;
  return (
    <StatusDot tone={state === "open" ? "on" : state === "closed" ? "off" : "neutral"}>{t(state)}</StatusDot>
  );
}

type YearMenuProps = Pick<TabProps, "actions" | "ask"> & { year: Year; current: Year | undefined };

function YearMenu({ year, current, actions, ask }: YearMenuProps) {
  const t = useTranslations("academics.years.menu");
  const label = t("label", { name: year.name });
  return (
    <Menu label={label} trigger={<IconButton label={label} icon={<Ellipsis />} />}>
      {year.state === "closed" ? (
        <MenuItem onAction={() => void actions.reopenYear(year)}>{t("reopen")}</MenuItem>
      ) : (
        <>
          <MenuItem onAction={() => ask({ kind: "year", year })}>{t("edit")}</MenuItem>
          {year.isCurrent ? null : (
            <>
              <MenuItem onAction={() => void actions.makeCurrent(year, current)}>{t("makeCurrent")}</MenuItem>
              <MenuItem onAction={() => void actions.closeYear(year)}>{t("close")}</MenuItem>
            </>
          )}
        </>
      )}
      {year.isCurrent ? null : (
        <>
          <MenuSeparator />
          <MenuItem danger onAction={() => void actions.removeYear(year)}>
            {t("remove")}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

function Terms({ year, onEdit }: { year: OpenYear; onEdit: () => void }) {
  const t = useTranslations("academics.years");
  const { calendarDay } = useDay();
  return (
    <Section
      title={t("termsOf", { name: year.name })}
      actions={
        year.state === "closed" ? null : (
          <Button size="sm" onPress={onEdit}>
            {t("editTerms")}
          </Button>
        )
      }
    >
      {year.terms.length === 0 ? (
        <p className="text-sm text-ink-3">{t("noTerms")}</p>
      ) : (
        <ol className="divide-y divide-line border-y border-line text-sm">
          {year.terms.map((term) => (
            <li key={term.id} className="flex min-h-(--row-h) flex-wrap items-center gap-x-4 py-1">
              <span className="font-medium">{term.name}</span>
              <span className="ml-auto text-ink-2 tabular-nums">
                {t("days", { from: calendarDay(term.startsOn), to: calendarDay(term.endsOn) })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
