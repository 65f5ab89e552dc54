"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { TransferDetail } from "../types";

/** What the sending school can do while an answer is awaited: ask the guardian again, or take the request back. */
export function OutgoingActions({ transfer }: { transfer: TransferDetail }) {
  const t = useTranslations("studentTransfers.detail");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { id, status, asked, agreedAt, school, studentName } = transfer;
  const settled = { onSettled: () => queryClient.invalidateQueries(trpc.studentTransfer.pathFilter()) };
  const resend = useMutation(trpc.studentTransfer.resend.mutationOptions(settled));
  const withdraw = useMutation(trpc.studentTransfer.withdraw.mutationOptions(settled));
  // What has expired before the guardian answered can be asked again, or put away.
  const ofGuardian = status === "awaiting_guardian" || (status === "expired" && agreedAt === null);
  const isOpen = ofGuardian || status === "awaiting_school" || status === "expired";
  if (!isOpen) return null;
  return (
    <>
      {ofGuardian ? (
        <Button
          pending={resend.isPending}
          onPress={() =>
            resend.mutate(
              { id },
              {
                onSuccess: () => void toast(t("resent", { email: asked?.guardianEmail ?? "" })),
                onError: (error) => void toast(errorText(error).message),
              },
            )
          }
        >
          {t("resend")}
        </Button>
      ) : null}
      <Button variant="danger-quiet" onPress={() => setAsking(true)}>
        {t("withdraw")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("withdrawTitle", { student: studentName })}
        confirmLabel={t("withdraw")}
        onConfirm={() => withdraw.mutateAsync({ id })}
        errorMessage={(error) => errorText(error).message}
      >
        {t("withdrawBody", { school })}
      </ConfirmDialog>
    </>
  );
}
