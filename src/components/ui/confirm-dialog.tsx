"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Callout } from "./callout";
import { Dialog } from "./dialog";
import { TextField } from "./text-field";

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What will happen, then what is kept. */
  children?: ReactNode;
  /** Verb and object: "Remove 3 people". */
  confirmLabel: string;
  /** The dialog closes when it is done, and stays open with the reason when it throws. */
  onConfirm: () => unknown;
  tone?: "danger" | "primary";
  /** Must be typed first; only for what cannot be undone. */
  typed?: string;
  /** False while what will happen is not known yet: nothing can be confirmed so long. */
  ready?: boolean;
  /** The words for a failure, from what was thrown. */
  errorMessage?: (error: unknown) => ReactNode;
}

/** Asks once more before something costly. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    open,
    onOpenChange,
    title,
    children,
    confirmLabel,
    onConfirm,
    tone = "danger",
    typed,
    ready = true,
    errorMessage,
  } = props;
  const t = useTranslations("ui");
  const [text, setText] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<ReactNode>(null);

  function change(next: boolean) {
    if (pending) return;
    setText("");
    setFailure(null);
    onOpenChange(next);
  }

  async function confirm() {
    setPending(true);
    setFailure(null);
    try {
      await onConfirm();
      setText("");
      onOpenChange(false);
    } catch (error) {
      setFailure(errorMessage?.(error) ?? t("failed"));
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog
      role="alertdialog"
      open={open}
      onOpenChange={change}
      dismissable={false}
      title={title}
      footer={
        <>
          <Button variant="quiet" onPress={() => change(false)} disabled={pending}>
            {t("cancel")}
          </Button>
          <Button
            variant={tone}
            pending={pending}
            disabled={!ready || (typed !== undefined && text.trim() !== typed)}
            onPress={confirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
      {typed === undefined ? null : (
        <TextField
          label={t("typeToConfirm", { text: typed })}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      {failure ? (
        <Callout tone="danger" role="alert">
          {failure}
        </Callout>
      ) : null}
    </Dialog>
  );
}
