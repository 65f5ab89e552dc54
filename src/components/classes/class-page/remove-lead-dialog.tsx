"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ComboBox } from "@/components/ui/combo-box";
import { Dialog } from "@/components/ui/dialog";
import { foldText } from "@/lib/text-keys";
import type { ClassCoach, ClassDetail, Named } from "../types";
import { useCoachSearch } from "../use-coach-search";

export interface RemoveLeadDialogProps {
  detail: ClassDetail;
  coach: ClassCoach;
  onConfirm: (next: Named) => Promise<void>;
  onClose: () => void;
}

/** The lead leaves the class only by naming who leads it next. */
export default function RemoveLeadDialog({ detail, coach, onConfirm, onClose }: RemoveLeadDialogProps) {
  const t = useTranslations("classes.removeLead");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  const search = useCoachSearch(detail.id);
  const others = detail.coaches.filter(({ id, status }) => id !== coach.id && status === "active");
  const first = others[0];
  const [next, setNext] = useState<Named | null>(first ? { id: first.id, name: first.name } : null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const own = others.map(({ id, name, email }) => ({ id, label: name, detail: email }));

  async function confirm() {
    if (!next) return;
    setPending(true);
    setFailure(undefined);
    try {
      await onConfirm(next);
      onClose();
    } catch (error) {
      setFailure(errorText(error).message);
      setPending(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || pending || onClose()}
      title={t("title", { name: coach.name })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={pending}>
            {tUi("cancel")}
          </Button>
          <Button variant="primary" pending={pending} disabled={!next} onPress={confirm}>
            {t("confirm", { name: coach.name })}
          </Button>
        </>
      }
    >
      <p>{t("body")}</p>
      <ComboBox
        label={t("next")}
        placeholder={t("placeholder")}
        items={[...own, ...search.items]}
        chosen={next ? { id: next.id, label: next.name } : undefined}
        onSearch={async (text, signal) => [
          ...own.filter(({ label }) => foldText(label).includes(foldText(text))),
          ...(await search.onSearch(text, signal)),
        ]}
        value={next?.id ?? null}
        onChange={(_, item) => setNext(item && { id: item.id, name: item.label })}
      />
      {failure ? (
        <Callout tone="danger" role="alert">
          {failure}
        </Callout>
      ) : null}
    </Dialog>
  );
}
