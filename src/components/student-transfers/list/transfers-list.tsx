"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { cx } from "@/components/ui/cx";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { KeysetPager } from "@/components/ui/keyset-pager";
import { Tabs } from "@/components/ui/tabs";
import { TRANSFER_DIRECTIONS } from "@/domain/student-transfer-list";
import { useTRPC } from "@/trpc/client";
import { nextPage, pageOf, previousPage, type TransfersUrl, transfersHref } from "../transfers-url";
import { useTransferColumns } from "./transfer-columns";

export interface TransfersListProps {
  view: TransfersUrl;
  /** What the rows are of: the view, or the one before it. */
  shown: TransfersUrl;
}

/** One direction's transfers, the newest first. */
export function TransfersList({ view, shown }: TransfersListProps) {
  const t = useTranslations("studentTransfers");
  const trpc = useTRPC();
  const { data: counts } = useSuspenseQuery(trpc.studentTransfer.counts.queryOptions());
  const { data } = useSuspenseQuery(trpc.studentTransfer.list.queryOptions(pageOf(shown)));
  const columns = useTransferColumns(shown.tab);
  const { rows, from, nextCursor } = data;
  return (
    <>
      <Tabs
        label={t("list.directions")}
        items={TRANSFER_DIRECTIONS.map((tab) => ({
          href: transfersHref({ tab }),
          current: view.tab === tab,
          label: t(`list.${tab}`),
          // How many wait for an answer.
          count: counts[tab] || undefined,
        }))}
      />
      <div
        aria-busy={shown !== view || undefined}
        className={cx(
          "flex flex-col gap-(--stack)",
          shown !== view && "opacity-60 transition-opacity delay-150",
        )}
      >
        {rows.length === 0 ? (
          <div className="py-12">
            <EmptyState
              drawing="people"
              title={t(`list.${shown.tab}EmptyTitle`)}
              actions={
                shown.tab === "outgoing" ? (
                  <ButtonLink href="/org-admin/students">{t("list.toStudents")}</ButtonLink>
                ) : undefined
              }
            >
              {t(`list.${shown.tab}EmptyBody`)}
            </EmptyState>
          </div>
        ) : (
          <>
            <DataTable
              caption={t(`list.${shown.tab}`)}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              rowLabel={({ studentName }) => studentName}
            />
            <KeysetPager
              from={from}
              to={from + rows.length - 1}
              previousHref={view.after ? transfersHref(previousPage(view)) : undefined}
              nextHref={nextCursor ? transfersHref(nextPage(view, nextCursor)) : undefined}
            />
          </>
        )}
      </div>
    </>
  );
}
