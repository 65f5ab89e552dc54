"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { ACADEMICS_PATH } from "../academics-url";
import { useRefreshAcademics } from "../use-structure-actions";

export interface UndoDialogProps {
  id: string;
  /** 2025-2026 → 2026-2027. */
  name: string;
  onClose: () => void;
}

/** What taking a change of year back would do, or why it cannot be; then it is done. */
export default function UndoDialog({ id, name, onClose }: UndoDialogProps) {
  const t = useTranslations("rollover.undo");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const errorText = useErrorText();
  const refresh = useRefreshAcademics();
  const { data } = useQuery(trpc.rollover.previewUndo.queryOptions({ id }, { staleTime: 0, gcTime: 0 }));
  const undo = useMutation(trpc.rollover.undo.mutationOptions());
  const [failure, setFailure] = useState<string>();
  const isDone = undo.data !== undefined;
  const shown = undo.data ?? data;

  async function confirm() {
    setFailure(undefined);
    try {
      const { back, keptCount, classes } = await undo.mutateAsync({ id });
      toast(t("done", { count: back }));
      await Promise.all([refresh(), queries.invalidateQueries(trpc.rollover.pathFilter())]);
      if (keptCount === 0 && classes.length === 0) leave();
    } catch (error) {
      setFailure(errorText(error).message);
    }
  }

  function leave() {
    onClose();
    router.push(ACADEMICS_PATH);
  }

  return (
    <Dialog
      open
      dismissable={false}
      onOpenChange={(open) => open || undo.isPending || (isDone ? leave() : onClose())}
      title={t("title", { name })}
      footer={
        isDone ? (
          <Button variant="primary" onPress={leave}>
            {tUi("close")}
          </Button>
        ) : (
          <>
            <Button variant="quiet" onPress={onClose} disabled={undo.isPending}>
              {tUi("cancel")}
            </Button>
            {data?.refusal === null ? (
              <Button variant="danger" pending={undo.isPending} onPress={() => void confirm()}>
                {t("confirm", { count: data.back })}
              </Button>
            ) : null}
          </>
        )
      }
    >
      {failure ? (
        <Callout tone="danger" role="alert">
          {failure}
        </Callout>
      ) : null}
      {data?.refusal && !isDone ? (
        <Callout tone="warning">{t(`refusals.${data.refusal}`)}</Callout>
      ) : shown ? (
        <>
          <p className="text-sm text-ink-2">
            {isDone ? t("wentBack", { count: shown.back }) : t("body", { count: shown.back })}
          </p>
          {shown.keptCount > 0 ? <Kept kept={shown.kept} count={shown.keptCount} /> : null}
          {undo.data && undo.data.classes.length > 0 ? (
            <p className="text-sm text-ink-2">
              {t("classes", {
                count: undo.data.classes.length,
                names: undo.data.classes.map((one) => one.name).join(", "),
              })}
            </p>
          ) : null}
        </>
      ) : (
        <SkeletonBlock label={t("loading")} lines={4} />
      )}
    </Dialog>
  );
}

type KeptProps = {
  count: number;
  kept: readonly { id: string; name: string; parts: readonly ("place" | "status" | "history")[] }[];
};

function Kept({ kept, count }: KeptProps) {
  const t = useTranslations("rollover.undo");
  return (
    <div className="grid gap-2 text-sm">
      <p className="font-medium">{t("kept", { count })}</p>
      <ul className="divide-y divide-line border-y border-line">
        {kept.map(({ id, name, parts }) => (
          <li key={id} className="flex flex-wrap gap-x-3 py-1.5">
            <span>{name}</span>
            <span className="ml-auto text-ink-3">{parts.map((part) => t(`parts.${part}`)).join(", ")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
