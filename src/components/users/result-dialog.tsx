"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { UserResult } from "@/domain/user";
import { doneTo, type Outcome } from "./people-action";

export interface ResultDialogProps {
  outcome: Outcome;
  onClose: () => void;
  onUndo: () => void;
}

/** What became of each person, those who were left as they were first. */
export default function ResultDialog({ outcome, onClose, onUndo }: ResultDialogProps) {
  const t = useTranslations("users.results");
  const tUi = useTranslations("ui");
  const { action, people, results } = outcome;
  const done = doneTo(outcome).length;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const rows = [...results.filter(({ ok }) => !ok), ...results.filter(({ ok }) => ok)];
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="lg"
      title={t(`title.${action.kind}`, { done, total: results.length })}
      footer={
        <>
          {done > 0 ? <Button onPress={onUndo}>{t("undo", { count: done })}</Button> : null}
          <Button variant="primary" onPress={onClose}>
            {tUi("close")}
          </Button>
        </>
      }
    >
      <p>{t("body", { count: results.length - done })}</p>
      <ul aria-label={t("label")} className="divide-y divide-line border-y border-line text-sm">
        {rows.map((result) => (
          <li key={result.id} className="flex flex-wrap items-start gap-x-3 gap-y-0.5 py-2">
            <span className="min-w-0 flex-[1_1_10rem] font-medium text-ink [overflow-wrap:anywhere]">
              {names.get(result.id) ?? result.name}
            </span>
            <Verdict result={result} kind={action.kind} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Verdict({ result, kind }: { result: UserResult; kind: Outcome["action"]["kind"] }) {
  const t = useTranslations("users");
  return (
    <span className="flex flex-[2_1_16rem] items-start gap-2">
      {result.ok ? (
        <CircleCheck className="mt-px flex-none text-success" />
      ) : (
        <CircleAlert className="mt-px flex-none text-danger" />
      )}
      {result.ok ? t(`results.done.${kind}`) : t(`refusals.${result.code}`)}
    </span>
  );
}
