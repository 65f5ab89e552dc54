"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { ClassResult } from "@/domain/class-list";
import { useTRPC } from "@/trpc/client";
import type { Named } from "../types";
import { useRefreshClasses } from "../use-refresh-classes";

export interface ArchiveClassesDialogProps {
  items: readonly Named[];
  onClose: () => void;
  /** Hears of the results where some were left as they were; a toast says it otherwise. */
  onPartly?: (results: readonly ClassResult[]) => void;
}

/** Asks before classes are archived: what ends, what is kept; can be undone. */
export default function ArchiveClassesDialog({ items, onClose, onPartly }: ArchiveClassesDialogProps) {
  const t = useTranslations("classes.archive");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const refresh = useRefreshClasses();
  const archive = useMutation(trpc.class.archive.mutationOptions()).mutateAsync;
  const restore = useMutation(trpc.class.restore.mutationOptions()).mutateAsync;
  const ids = items.map(({ id }) => id);
  const count = items.length;

  async function takeBack(done: readonly Named[]) {
    try {
      const back = (await restore({ ids: done.map(({ id }) => id) })).filter(({ ok }) => ok);
      toast(t("undone", { count: back.length, name: done[0]?.name ?? "" }));
    } catch (error) {
      toast(errorText(error).message);
    } finally {
      void refresh();
    }
  }

  async function confirm() {
    const results = await archive({ ids });
    void refresh();
    const done = results.filter(({ ok }) => ok);
    if (done.length < results.length && onPartly) onPartly(results);
    else
      toast(t("done", { count: done.length, name: done[0]?.name ?? "" }), {
        label: t("undo"),
        onAction: () => void takeBack(done),
      });
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      tone="primary"
      title={t("title", { count, name: items[0]?.name ?? "" })}
      confirmLabel={t("confirm", { count })}
      onConfirm={confirm}
      errorMessage={(error) => errorText(error).message}
    >
      <Consequences ids={ids} />
      <p>{t("kept")}</p>
    </ConfirmDialog>
  );
}

function Consequences({ ids }: { ids: string[] }) {
  const t = useTranslations("classes.archive");
  const tUi = useTranslations("ui");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({
    ...trpc.class.previewArchive.queryOptions({ ids }),
    staleTime: 0,
  });
  if (error) {
    return (
      <Callout
        tone="warning"
        role="alert"
        actions={
          <Button size="sm" onPress={() => void refetch()}>
            {tUi("tryAgain")}
          </Button>
        }
      >
        {t("previewFailed")}
      </Callout>
    );
  }
  if (!data) return <SkeletonBlock label={t("loading")} lines={2} />;
  const { studentCount: students, waitingCount: waiting, invitedCount: invited } = data;
  return (
    <>
      <p>{t("students", { students })}</p>
      {waiting + invited > 0 ? <p>{t("ends", { waiting, invited })}</p> : null}
    </>
  );
}
