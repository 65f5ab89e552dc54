"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ClassCoach, ClassDetail } from "../types";

export interface HandOverDialogProps {
  detail: ClassDetail;
  coach: ClassCoach;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** Asks a lead who makes somebody else the lead: they cannot take it back themselves. */
export default function HandOverDialog({ detail, coach, onConfirm, onClose }: HandOverDialogProps) {
  const t = useTranslations("classes.handOver");
  const errorText = useErrorText();
  return (
    <ConfirmDialog
      open
      tone="primary"
      onOpenChange={(open) => open || onClose()}
      title={t("title", { name: coach.name, class: detail.name })}
      confirmLabel={t("confirm")}
      onConfirm={onConfirm}
      errorMessage={(error) => errorText(error).message}
    >
      <p>{t("body")}</p>
    </ConfirmDialog>
  );
}
