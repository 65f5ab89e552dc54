"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ComboBox } from "@/components/ui/combo-box";
import { Dialog } from "@/components/ui/dialog";
import { useTRPC } from "@/trpc/client";
import type { Student } from "./types";
import { useSections } from "./use-sections";

export interface MoveDialogProps {
  students: readonly Student[];
  onConfirm: (section: { id: string; label: string }) => Promise<void>;
  onClose: () => void;
}

/** Puts students into a section: which, and whether it has room; it warns and refuses nobody. */
export default function MoveDialog({ students, onConfirm, onClose }: MoveDialogProps) {
  const t = useTranslations("students.move");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const form = useId();
  const { data } = useQuery(trpc.student.options.queryOptions());
  const sections = useSections(data);
  const [id, setId] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const section = sections.find((each) => each.id === id);
  const count = students.length;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!section || pending) return;
    setPending(true);
    setFailure(undefined);
    try {
      await onConfirm(section);
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
      dismissable={false}
      title={t("title", { count, name: students[0]?.name ?? "" })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={pending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={form} variant="primary" pending={pending} disabled={!section}>
            {t("confirm", { count })}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
        <ComboBox
          label={t("section")}
          placeholder={t("placeholder")}
          hint={data && sections.length === 0 ? t("nowhere") : undefined}
          items={sections}
          value={id}
          onChange={setId}
        />
        {section?.capacity && section.studentCount + count > section.capacity ? (
          <Callout tone="warning">
            {t("over", {
              section: section.label,
              seats: section.capacity,
              total: section.studentCount + count,
            })}
          </Callout>
        ) : null}
        <p className="text-sm">{t("numbers")}</p>
        {failure ? (
          <Callout tone="danger" role="alert">
            {failure}
          </Callout>
        ) : null}
      </form>
    </Dialog>
  );
}
