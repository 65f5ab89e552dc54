"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";
import type { ImportDetail } from "../types";
import { useFailedRows } from "../use-failed-rows";
import { ProblemTable } from "./problem-table";

/** Rows to mend, or rows that look odd and go in all the same: one table for each repair. */
export function ProblemGroups({ detail, fatal }: { detail: ImportDetail; fatal: boolean }) {
  const t = useTranslations("studentImport.problems");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.studentImport.problems.queryOptions({ id: detail.id }));
  const failed = useFailedRows(detail);
  const groups = data.filter((group) => group.fatal === fatal);
  const rows = (fatal ? detail.counts.error : detail.counts.warned) ?? 0;
  return (
    <section aria-labelledby="rows" className="grid min-w-0 grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 id="rows">{t(fatal ? "title" : "oddTitle", { rows, repairs: groups.length })}</h3>
        {fatal && rows > 0 ? (
          <Button size="sm" icon={<Download />} pending={failed.pending} onPress={failed.take}>
            {t("download", { count: rows })}
          </Button>
        ) : null}
      </div>
      {groups.length === 0 ? <p className="text-sm text-ink-2">{t(fatal ? "none" : "oddNone")}</p> : null}
      {groups.map((group) => (
        <ProblemTable key={`${group.code} ${group.field}`} group={group} />
      ))}
    </section>
  );
}
