"use client";

import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ShowOlder } from "@/components/show-older";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Person } from "@/components/ui/person";
import { useDay } from "@/components/use-day";
import { useTRPC } from "@/trpc/client";
import { classHref } from "../class-url";
import { NEXT_PAGE } from "../next-page";
import type { FormerRow } from "../types";
import { personHref } from "./roster-columns";
import type { TabProps } from "./tab-props";

/** Who was in the class and is no longer: until when, and why. */
export default function FormerTab({ detail, area }: TabProps) {
  const t = useTranslations("classes.former");
  const { day, calendarDay } = useDay();
  const trpc = useTRPC();
  const query = useSuspenseInfiniteQuery(
    trpc.class.former.infiniteQueryOptions({ id: detail.id }, NEXT_PAGE),
  );
  const rows = query.data.pages.flatMap((page) => page.rows);
  const last = ({ withdrawnOn, withdrawnAt }: FormerRow) =>
    withdrawnOn === null ? day(withdrawnAt) : calendarDay(withdrawnOn);
  if (rows.length === 0) {
    return (
      <div className="py-12">
        <EmptyState drawing="door" title={t("emptyTitle")}>
          {t("emptyBody")}
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
        rowKey={(row) => row.enrollmentId}
        rowLabel={(row) => row.name}
        columns={[
          {
            id: "name",
            header: t("student"),
            cell: (row) => (
              <Person
                name={row.name}
                href={personHref(area, row.id)}
                meta={<span className="sm:hidden">{row.reason || t(`causes.${row.cause}`)}</span>}
              />
            ),
          },
          {
            id: "why",
            header: t("why"),
            from: "sm",
            cell: (row) => (
              <span className="block max-w-72 [overflow-wrap:anywhere]">
                {row.movedTo
                  ? t.rich("movedTo", {
                      name: row.movedTo.name,
                      link: (words) => <Link href={classHref(area, row.movedTo?.id ?? "")}>{words}</Link>,
                    })
                  : t(`causes.${row.cause}`)}
                {row.reason ? <span className="block text-xs text-ink-3">{row.reason}</span> : null}
              </span>
            ),
          },
          {
            id: "from",
            header: t("from"),
            from: "md",
            align: "end",
            nowrap: true,
            cell: (row) => day(row.enrolledAt),
          },
          { id: "until", header: t("until"), align: "end", nowrap: true, cell: last },
        ]}
      />
      <ShowOlder query={query} />
    </div>
  );
}
