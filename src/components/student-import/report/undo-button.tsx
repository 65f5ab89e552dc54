"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import type { ImportDetail } from "../types";
import { UndoPreviewPart } from "./undo-preview";

/** Takes a whole import back, after it was said what becomes of whom. */
export function UndoButton({ detail }: { detail: ImportDetail }) {
  const t = useTranslations("studentImport.undo");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  // Of this moment: what is edited meanwhile is kept too.
  const preview = useQuery(
    trpc.studentImport.previewUndo.queryOptions(
      { id: detail.id },
      { enabled: asking, staleTime: 0, gcTime: 0 },
    ),
  );
  const undo = useMutation(
    trpc.studentImport.undo.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.studentImport.pathFilter()),
    }),
  );
  return (
    <>
      <Button size="sm" icon={<Undo2 />} onPress={() => setAsking(true)}>
        {t("button")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("title", { file: detail.fileName })}
        confirmLabel={t("confirm")}
        ready={preview.isSuccess && !preview.isFetching}
        onConfirm={() => undo.mutateAsync({ id: detail.id })}
        errorMessage={(error) => errorText(error).message}
      >
        {preview.error ? (
          <Callout tone="danger" role="alert">
            {errorText(preview.error).message}
          </Callout>
        ) : preview.data ? (
          <UndoPreviewPart preview={preview.data} />
        ) : (
          <SkeletonBlock label={t("loading")} lines={3} />
        )}
      </ConfirmDialog>
    </>
  );
}
