"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { type ErrorText, useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { useToday } from "@/components/use-today";
import { LeavingFields } from "./leaving-fields";
import type { Leaving } from "./use-roster-actions";

export interface LeaveDialogProps {
  title: string;
  confirm: string;
  /** What must be chosen before it can be confirmed is missing. */
  incomplete?: boolean;
  /** Where they go, before the day and the reason. */
  children?: ReactNode;
  /** What will happen, then what is kept. */
  consequences: ReactNode;
  onConfirm: (leaving: Leaving) => Promise<void>;
  onClose: () => void;
}

/** Asks for the last day in the class and the reason, and says what comes of it; stays open on a refusal. */
export function LeaveDialog(props: LeaveDialogProps) {
  const { title, confirm, incomplete, children, consequences, onConfirm, onClose } = props;
  const t = useTranslations("classes.leaving");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  const today = useToday();
  const [leaving, setLeaving] = useState<Leaving>(() => ({ on: today(), reason: "" }));
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<ErrorText>();
  const form = useId();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (incomplete || pending) return;
    if (leaving.on === "") {
      setFailure({ message: t("onMissing"), field: "on" });
      return;
    }
    setPending(true);
    setFailure(undefined);
    try {
      await onConfirm(leaving);
      onClose();
    } catch (error) {
      setFailure(errorText(error));
      setPending(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || pending || onClose()}
      dismissable={false}
      title={title}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={pending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={form} variant="primary" pending={pending} disabled={incomplete}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
        {children}
        <LeavingFields
          value={leaving}
          onChange={setLeaving}
          error={failure?.field === "on" ? failure.message : undefined}
        />
        <div className="grid gap-2 text-sm">{consequences}</div>
        {failure && failure.field !== "on" ? (
          <Callout tone="danger" role="alert">
            {failure.message}
          </Callout>
        ) : null}
      </form>
    </Dialog>
  );
}
