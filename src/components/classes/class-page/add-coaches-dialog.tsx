"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { MultiPicker } from "@/components/ui/multi-picker";
import type { Named } from "../types";
import { useCoachSearch } from "../use-coach-search";

export interface AddCoachesDialogProps {
  classId: string;
  onAdd: (people: readonly Named[]) => Promise<void>;
  onClose: () => void;
}

/** Who assists in the class from now on. */
export default function AddCoachesDialog({ classId, onAdd, onClose }: AddCoachesDialogProps) {
  const t = useTranslations("classes.addCoaches");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  const { items, onSearch } = useCoachSearch(classId);
  const [ids, setIds] = useState<readonly string[]>([]);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function add() {
    setPending(true);
    setFailure(undefined);
    try {
      await onAdd(ids.map((id) => ({ id, name: "" })));
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
      title={t("title")}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={pending}>
            {tUi("cancel")}
          </Button>
          <Button variant="primary" pending={pending} disabled={ids.length === 0} onPress={add}>
            {t("confirm", { count: ids.length })}
          </Button>
        </>
      }
    >
      <p>{t("body")}</p>
      <MultiPicker
        label={t("label")}
        items={items}
        value={ids}
        onChange={setIds}
        onSearch={onSearch}
        placeholder={t("placeholder")}
      />
      {failure ? (
        <Callout tone="danger" role="alert">
          {failure}
        </Callout>
      ) : null}
    </Dialog>
  );
}
