"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { useDay } from "@/components/use-day";
import type { MergeKind } from "@/domain/record-merge-list";
import { useTRPC } from "@/trpc/client";
import { UndoNotice } from "./undo-outcome";
import { useUndoMerge } from "./use-undo-merge";

/** The merges so far, each of which can be taken back. */
export function PastMerges({ kind }: { kind: MergeKind }) {
  const t = useTranslations("recordMerge.past");
  const trpc = useTRPC();
  const { moment } = useDay();
  const { data } = useSuspenseQuery(trpc.recordMerge.list.queryOptions({ kind }));
  const undo = useUndoMerge();
  if (data.length === 0) return null;
  return (
    <Section title={t("title")}>
      <div className="grid gap-3">
        <UndoNotice outcome={undo.outcome} />
        <ul className="divide-y divide-line border-y border-line text-sm">
          {data.map((row) => {
            const names = { merged: row.mergedName, kept: row.keptName };
            return (
              <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                <span className="min-w-0">
                  <span className="block font-medium [overflow-wrap:anywhere]">{t("names", names)}</span>
                  <span className="block text-xs text-ink-3">
                    {t("meta", { name: row.doneBy, at: moment(row.doneAt) })}
                  </span>
                </span>
                <span className="ml-auto">
                  {row.undoneAt ? (
                    <span className="text-ink-3">{t("undone", { at: moment(row.undoneAt) })}</span>
                  ) : (
                    <Button
                      size="sm"
                      aria-label={t("undoNamed", names)}
                      pending={undo.pendingId === row.id}
                      onPress={() => void undo.run(row.id)}
                    >
                      {t("undo")}
                    </Button>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </Section>
  );
}
