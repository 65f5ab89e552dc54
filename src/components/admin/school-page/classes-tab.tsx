"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { KeysetPager } from "@/components/ui/keyset-pager";
import { SearchField } from "@/components/ui/search-field";
import { StatusDot } from "@/components/ui/status-dot";
import { Toolbar } from "@/components/ui/toolbar";
import { CLASS_STATES } from "@/domain/roles";
import { someOf } from "@/lib/one-of";
import { useTRPC } from "@/trpc/client";
import { NothingLike } from "./nothing-like";
import { classesInput, pagesAround } from "./school-url";
import type { TabProps } from "./tab-props";

/** The school's classes by name, and how many are in each; who they are is the school's. */
export default function ClassesTab({ school, url, onNarrow }: TabProps) {
  const t = useTranslations("schoolPage.classes");
  const tFilters = useTranslations("users");
  const { number } = useFormatter();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.platform.classes.queryOptions(classesInput(school.id, url)));
  const { rows, from, nextCursor } = data;
  const filtered = url.q.trim() !== "" || url.state.length > 0;
  if (rows.length === 0 && !filtered)
    return (
      <div className="py-12">
        <EmptyState drawing="classroom" title={t("emptyTitle")}>
          {t("emptyBody")}
        </EmptyState>
      </div>
    );
  return (
    <div className="flex flex-col gap-4">
      <Toolbar
        search={<SearchField label={t("search")} value={url.q} onSearch={(q) => onNarrow({ q }, true)} />}
        filtersLabel={tFilters("filters")}
        filters={
          <FilterChip
            label={t("state")}
            options={CLASS_STATES.map((state) => ({ value: state, label: t(`states.${state}`) }))}
            value={url.state}
            onChange={(chosen) => onNarrow({ state: someOf(CLASS_STATES, chosen) })}
          />
        }
      />
      {rows.length === 0 ? (
        <NothingLike id={school.id} url={url} />
      ) : (
        <DataTable
          boxed
          caption={t("caption", { name: school.name })}
          rows={rows}
          rowKey={({ id }) => id}
          rowLabel={({ name }) => name}
          columns={[
            {
              id: "name",
              header: t("name"),
              cell: ({ name, year }) => (
                <span className="block min-w-0">
                  <span className="block font-medium text-ink [overflow-wrap:anywhere]">{name}</span>
                  {year ? <span className="block text-xs text-ink-3">{year}</span> : null}
                </span>
              ),
            },
            {
              id: "state",
              header: t("state"),
              nowrap: true,
              cell: ({ state }) => (
                <StatusDot tone={state === "active" ? "on" : "off"}>{t(`states.${state}`)}</StatusDot>
              ),
            },
            {
              id: "students",
              header: t("students"),
              align: "end",
              nowrap: true,
              cell: ({ studentCount, capacity }) =>
                capacity === null ? number(studentCount) : t("of", { count: studentCount, max: capacity }),
            },
            {
              id: "waiting",
              header: t("waiting"),
              align: "end",
              from: "sm",
              cell: ({ waitingCount }) => number(waitingCount),
            },
            {
              id: "coaches",
              header: t("coaches"),
              align: "end",
              from: "sm",
              cell: ({ coachCount }) => number(coachCount),
            },
          ]}
        />
      )}
      {url.after || nextCursor ? (
        <KeysetPager
          from={rows.length === 0 ? undefined : from}
          to={rows.length === 0 ? undefined : from + rows.length - 1}
          {...pagesAround(school.id, url, nextCursor)}
        />
      ) : null}
    </div>
  );
}
