"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useTRPC } from "@/trpc/client";

/** Leaves the school, once its name is written. */
export function LeaveDialog({ school, onClose }: { school: string; onClose: () => void }) {
  const t = useTranslations("settings.danger.leave");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const leave = useMutation(trpc.organization.leave.mutationOptions());
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("dialog", { school })}
      typed={school}
      confirmLabel={t("confirm")}
      onConfirm={async () => {
        await leave.mutateAsync({ confirm: school });
        // A whole new page: nothing of the school stays in any cache.
        window.location.assign("/");
      }}
      errorMessage={(error) => errorText(error).message}
    >
      <p>{t("body", { school })}</p>
      <p>{t("classes")}</p>
      <p>{t("dialogBody")}</p>
    </ConfirmDialog>
  );
}
