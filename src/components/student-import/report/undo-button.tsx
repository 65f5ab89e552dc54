"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useTRPC } from "@/trpc/client";
import type { ImportDetail } from "../types";

/** Takes a whole import back, after it was said what becomes of whom. */
export function UndoButton({ detail }: { detail: ImportDetail }) {
  const t = useTranslations("studentImport.undo");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { created = 0, updated = 0 } = detail.counts;
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
        onConfirm={() => undo.mutateAsync({ id: detail.id })}
        errorMessage={(error) => errorText(error).message}
      >
        <p>{t("body", { created, updated })}</p>
        <p className="mt-2">{t("kept")}</p>
      </ConfirmDialog>
    </>
  );
}
