"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useTRPC } from "@/trpc/client";

/** Puts an import away that was not begun: its file and rows are erased. */
export function DiscardButton({ id }: { id: string }) {
  const t = useTranslations("studentImport.discard");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation(
    trpc.studentImport.cancel.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.studentImport.pathFilter()),
    }),
  );
  return (
    <>
      <Button size="sm" variant="quiet" onPress={() => setAsking(true)}>
        {t("button")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("title")}
        confirmLabel={t("confirm")}
        onConfirm={() => cancel.mutateAsync({ id })}
        errorMessage={(error) => errorText(error).message}
      >
        <p>{t("body")}</p>
      </ConfirmDialog>
    </>
  );
}
