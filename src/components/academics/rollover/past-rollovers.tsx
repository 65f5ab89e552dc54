"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { useDay } from "@/components/use-day";
import { useTRPC } from "@/trpc/client";
import type { PastRollover } from "./types";

const UndoDialog = lazy(() => import("./undo-dialog"));

/** The changes of year so far, each of which can be taken back while nothing stands against it. */
export function PastRollovers() {
  const t = useTranslations("rollover.past");
  const { moment } = useDay();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.rollover.list.queryOptions());
  const [asked, setAsked] = useState<PastRollover | null>(null);
  if (!data || data.length === 0) return null;
  const nameOf = ({ from, to }: PastRollover) => t("name", { from, to });
  return (
    <Section title={t("title")}>
      <ul className="divide-y divide-line border-y border-line text-sm">
        {data.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0">
              <span className="block font-medium tabular-nums">{nameOf(row)}</span>
              <span className="block text-xs text-ink-3">
                {t("meta", { count: row.studentCount, name: row.doneBy, at: moment(row.doneAt) })}
              </span>
            </span>
            <span className="ml-auto">
              {row.undoneAt ? (
                <span className="text-ink-3">{t("undone", { at: moment(row.undoneAt) })}</span>
              ) : (
                <Button
                  size="sm"
                  aria-label={t("undoLabel", { name: nameOf(row) })}
                  onPress={() => setAsked(row)}
                >
                  {t("undo")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {asked ? (
        <Suspense fallback={null}>
          <UndoDialog id={asked.id} name={nameOf(asked)} onClose={() => setAsked(null)} />
        </Suspense>
      ) : null}
    </Section>
  );
}
