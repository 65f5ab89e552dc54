"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextArea } from "@/components/ui/text-area";
import type { ActedSchool } from "./types";
import { useSchoolActions } from "./use-school-actions";

const MAX_REASON = 200;

/** Asks why a school is suspended, and says what that does and what it does not. */
export default function SuspendDialog({ school, onClose }: { school: ActedSchool; onClose: () => void }) {
  const t = useTranslations("schools.suspend");
  const errorText = useErrorText();
  const actions = useSchoolActions();
  const [reason, setReason] = useState("");
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { name: school.name })}
      confirmLabel={t("confirm")}
      onConfirm={() => actions.suspend(school, reason.trim())}
      errorMessage={(error) => errorText(error).message}
    >
      <p>{t("body")}</p>
      <TextArea
        label={t("reason")}
        hint={t("reasonHint")}
        optional
        rows={2}
        maxLength={MAX_REASON}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </ConfirmDialog>
  );
}
