"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useTRPC } from "@/trpc/client";
import type { ImportDetail } from "../types";
import { UnderWay } from "./under-way";

/** The rows are written: how far it is, and the way to stop it and take back what was written. */
export function ApplyingStep({ detail, at }: { detail: ImportDetail; at: number }) {
  const t = useTranslations("studentImport.run");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { done, total } = detail.progress;
  const cancel = useMutation(
    trpc.studentImport.cancel.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.studentImport.pathFilter()),
    }),
  );
  return (
    <UnderWay
      detail={detail}
      at={at}
      title={t("title", { count: total })}
      told={t("written", { done, total })}
      hint={t("leave")}
    >
      {detail.cancelRequestedBy === null ? (
        <div>
          <Button size="sm" variant="danger-quiet" onPress={() => setAsking(true)}>
            {t("stop")}
          </Button>
        </div>
      ) : (
        <Callout role="status">{t("stopping", { by: detail.cancelRequestedBy })}</Callout>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("stopTitle")}
        confirmLabel={t("stop")}
        onConfirm={() => cancel.mutateAsync({ id: detail.id })}
        errorMessage={(error) => errorText(error).message}
      >
        <p>{t("stopBody")}</p>
      </ConfirmDialog>
    </UnderWay>
  );
}

/** The import is taken back: how far that is. */
export function UndoingStep({ detail, at }: { detail: ImportDetail; at: number }) {
  const t = useTranslations("studentImport.run");
  const { done, total } = detail.progress;
  return (
    <UnderWay
      detail={detail}
      at={at}
      title={t("undoTitle")}
      told={t("undoTold", { done, total })}
      hint={t("undoLeave")}
    />
  );
}
