"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

export interface FormDialogProps {
  title: string;
  /** Of the form inside, which the button submits. */
  formId: string;
  submit: string;
  pending: boolean;
  /** Stands left in the foot, such as what removes the thing. */
  aside?: ReactNode;
  size?: "md" | "lg";
  onClose: () => void;
  children: ReactNode;
}

/** A dialog around one form. */
export function FormDialog(props: FormDialogProps) {
  const { title, formId, submit, pending, aside, size, onClose, children } = props;
  const t = useTranslations("ui");
  return (
    <Dialog
      open
      size={size}
      dismissable={false}
      onOpenChange={(open) => open || pending || onClose()}
      title={title}
      footer={
        <>
          {aside ? <span className="mr-auto">{aside}</span> : null}
          <Button variant="quiet" onPress={onClose} disabled={pending}>
            {t("cancel")}
          </Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            {submit}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
