"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

export interface ChangeSlugDialogProps {
  around: { before: string; after: string };
  present: string;
  slug: string;
  onClose: () => void;
  onConfirm: () => Promise<void>;
}

/** Says what another address changes, and what it does not. */
export function ChangeSlugDialog({ around, present, slug, onClose, onConfirm }: ChangeSlugDialogProps) {
  const t = useTranslations("settings.slug");
  const errorText = useErrorText();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      tone="primary"
      title={t("confirmTitle", { slug })}
      confirmLabel={t("change")}
      onConfirm={onConfirm}
      errorMessage={(error) => errorText(error).message}
    >
      <ul className="grid list-disc gap-2 pl-5">
        <li>{t("confirmNew", { address: around.before + slug + around.after })}</li>
        <li>{t("confirmOld", { slug: present })}</li>
        <li>{t("confirmKept")}</li>
      </ul>
    </ConfirmDialog>
  );
}
