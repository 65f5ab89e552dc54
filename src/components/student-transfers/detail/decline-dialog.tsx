"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextArea } from "@/components/ui/text-area";
import { MAX_TRANSFER_REASON } from "@/domain/student-transfer-list";
import { useTRPC } from "@/trpc/client";
import type { TransferDetail } from "../types";

export interface DeclineDialogProps {
  transfer: TransferDetail;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Says no to a student, with the reason that the other school and the family are told. */
export function DeclineDialog({ transfer, open, onOpenChange }: DeclineDialogProps) {
  const t = useTranslations("studentTransfers.arrival");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState("");
  const decline = useMutation(
    trpc.studentTransfer.decline.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.studentTransfer.pathFilter()),
    }),
  );
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("declineTitle", { student: transfer.studentName })}
      confirmLabel={t("decline")}
      onConfirm={() => decline.mutateAsync({ id: transfer.id, reason })}
      errorMessage={(error) => errorText(error).message}
    >
      <div className="grid gap-4">
        <p>{t("declineBody", { school: transfer.school })}</p>
        <TextArea
          rows={3}
          label={t("declineReason")}
          maxLength={MAX_TRANSFER_REASON}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
