"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CountGroups } from "@/components/ui/count-groups";
import { DataTable } from "@/components/ui/data-table";
import { Menu, MenuItem } from "@/components/ui/menu";
import { OUTCOMES, type Outcome, outcomeLines } from "@/domain/invitation-outcome";
import { useTRPC } from "@/trpc/client";
import { PageButtons } from "./page-buttons";
import type { Batch } from "./types";
import { useOutcomeColumns } from "./use-outcome-columns";
import { usePages } from "./use-pages";

type Group = "all" | Outcome;

/** What became of each line, failures first, and the same as a file. */
export function SendingResult({ batch }: { batch: Batch }) {
  const t = useTranslations("invitations");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.invitation.getBatchResult.queryOptions({ id: batch.id }));
  const [group, setGroup] = useState<Group>("all");
  const lines = outcomeLines(data);
  const counts = OUTCOMES.flatMap((outcome) => {
    const count = lines.filter((line) => line.outcome === outcome).length;
    return count > 0 ? [{ outcome, count }] : [];
  });
  const { shown, pager } = usePages(lines.filter(({ outcome }) => group === "all" || outcome === group));
  const columns = useOutcomeColumns();
  const { sent, failed, cancelled } = batch.progress;
  const file = (format: "csv" | "xlsx") => () =>
    window.location.assign(`/api/export/invitations?batch=${batch.id}&format=${format}`);
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      <Callout
        tone={failed > 0 || cancelled > 0 ? "warning" : sent > 0 ? "success" : "neutral"}
        role="status"
        title={t("sending.done", { sent })}
        actions={
          <Menu
            label={t("sending.download")}
            trigger={
              <Button size="sm" icon={<Download />}>
                {t("sending.download")}
              </Button>
            }
          >
            <MenuItem onAction={file("csv")}>{t("sending.downloadCsv")}</MenuItem>
            <MenuItem onAction={file("xlsx")}>{t("sending.downloadXlsx")}</MenuItem>
          </Menu>
        }
      >
        {failed > 0 ? <>{t("sending.failed", { count: failed })} </> : null}
        {cancelled > 0 ? <>{t("sending.cancelled", { count: cancelled })} </> : null}
        {t("sending.stayedOut", { count: batch.refused.length })}
      </Callout>
      {counts.length > 1 ? (
        <CountGroups<Group>
          label={t("sending.filter")}
          value={group}
          onChange={(value) => {
            setGroup(value);
            pager.setPage(0);
          }}
          groups={[
            { value: "all", label: t("sending.all"), count: lines.length },
            ...counts.map(({ outcome, count }) => ({
              value: outcome,
              label: t(`outcome.${outcome}`),
              count,
            })),
          ]}
        />
      ) : null}
      <DataTable
        boxed
        caption={t("sending.caption")}
        columns={columns}
        rows={shown}
        rowKey={({ line, email }) => `${line} ${email}`}
        rowLabel={({ email }) => email}
      />
      <PageButtons pager={pager} />
    </div>
  );
}
