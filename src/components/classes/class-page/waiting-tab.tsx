"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Person } from "@/components/ui/person";
import { useDay } from "@/components/use-day";
import { tableSelection, useSelection } from "@/components/use-selection";
import { useTRPC } from "@/trpc/client";
import type { WaitingRow } from "../types";
import { RosterBulkBar } from "./roster-bulk-bar";
import { personHref } from "./roster-columns";
import type { TabProps } from "./tab-props";

/** Who waits for a seat, in the order in which they move up. */
export default function WaitingTab({ detail, area, ask, round }: TabProps) {
  const t = useTranslations("classes.waiting");
  const { number } = useFormatter();
  const { day } = useDay();
  const trpc = useTRPC();
  const { data: rows } = useSuspenseQuery(trpc.class.waitingList.queryOptions({ id: detail.id }));
  const selection = useSelection<WaitingRow>(String(round));
  if (rows.length === 0) {
    return (
      <div className="py-12">
        <EmptyState drawing="seats" title={t("emptyTitle")}>
          {t(detail.capacity === null ? "emptyUnlimited" : "emptyBody")}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-ink-2">{t("intro")}</p>
      <DataTable
        boxed
        caption={t("caption", { name: detail.name })}
        rows={rows}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        selection={detail.rights.roster ? tableSelection(selection, rows) : undefined}
        columns={[
          {
            id: "place",
            header: t("place"),
            align: "end",
            width: "3.5rem",
            cell: (row) => number(rows.indexOf(row) + 1),
          },
          {
            id: "name",
            header: t("student"),
            rowHeader: true,
            cell: ({ id, name, email }) => (
              <Person
                name={name}
                href={personHref(area, id)}
                meta={<span className="sm:hidden">{email}</span>}
              />
            ),
          },
          { id: "email", header: t("email"), from: "sm", cell: ({ email }) => email },
          {
            id: "since",
            header: t("since"),
            align: "end",
            nowrap: true,
            cell: ({ since }) => <time dateTime={since.toISOString()}>{day(since)}</time>,
          },
        ]}
      />
      {detail.waitingCount > rows.length ? (
        <p className="text-xs text-ink-3">
          {t("capped", { shown: rows.length, total: detail.waitingCount })}
        </p>
      ) : null}
      {detail.rights.roster ? <RosterBulkBar selection={selection} total={rows.length} ask={ask} /> : null}
    </div>
  );
}
