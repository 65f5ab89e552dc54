"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** What became of each person of an action that left somebody out. */
export interface Told {
  rows: readonly { id: string; name: string; ok: boolean; text: string }[];
  done: number;
  onUndo: () => void;
}

/** A result for each person, those who were left as they were first. */
export default function ResultsDialog({ told, onClose }: { told: Told; onClose: () => void }) {
  const t = useTranslations("classes.changes.result");
  const tUi = useTranslations("ui");
  const { rows, done, onUndo } = told;
  const sorted = [...rows.filter(({ ok }) => !ok), ...rows.filter(({ ok }) => ok)];
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="lg"
      title={t("title", { done, total: rows.length })}
      footer={
        <>
          {done > 0 ? <Button onPress={onUndo}>{t("undo", { count: done })}</Button> : null}
          <Button variant="primary" onPress={onClose}>
            {tUi("close")}
          </Button>
        </>
      }
    >
      <p>{t("body", { count: rows.length - done })}</p>
      <ul aria-label={t("label")} className="divide-y divide-line border-y border-line text-sm">
        {sorted.map(({ id, name, ok, text }) => (
          <li key={id} className="flex flex-wrap items-start gap-x-3 gap-y-0.5 py-2">
            <span className="min-w-0 flex-[1_1_10rem] font-medium text-ink [overflow-wrap:anywhere]">
              {name}
            </span>
            <span className="flex flex-[2_1_16rem] items-start gap-2">
              {ok ? (
                <CircleCheck className="mt-px flex-none text-success" />
              ) : (
                <CircleAlert className="mt-px flex-none text-danger" />
              )}
              {text}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
