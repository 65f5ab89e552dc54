"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "./icon-button";

/** What a dialog shows. */
export interface DialogLook {
  title: string;
  children: ReactNode;
  /** Buttons at the foot: cancel first, the decision last. */
  footer?: ReactNode;
  role?: "dialog" | "alertdialog";
  size?: "md" | "lg";
  /** A press outside closes it; off where something was typed. */
  dismissable?: boolean;
}

interface DialogBodyProps extends DialogLook {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The dialog itself, over the page. */
export default function DialogBody(props: DialogBodyProps) {
  const { title, children, footer, open, onOpenChange, role, size = "md", dismissable = true } = props;
  const t = useTranslations("ui");
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={onOpenChange}
      isDismissable={dismissable}
      className="fade fixed inset-0 z-(--z-dialog) grid grid-cols-1 grid-rows-[minmax(0,1fr)] place-items-center bg-scrim sm:p-4"
    >
      <Modal
        className={`rise flex max-h-dvh w-full flex-col overflow-hidden bg-raised text-ink shadow-3 max-sm:h-dvh sm:max-h-[calc(100dvh-2rem)] sm:rounded-xl ${size === "lg" ? "sm:max-w-measure" : "sm:max-w-[30rem]"}`}
      >
        <Dialog role={role} className="flex min-h-0 flex-1 flex-col outline-none">
          <div className="flex items-start gap-3 px-5 pt-5">
            <Heading slot="title" level={2} className="min-w-0 flex-1 text-lg">
              {title}
            </Heading>
            <IconButton
              label={t("close")}
              icon={<X />}
              onPress={() => onOpenChange(false)}
              className="-mt-0.5 -mr-1.5"
            />
          </div>
          <div className="grid min-h-0 grid-cols-1 gap-4 overflow-y-auto px-5 pt-2 pb-5 text-ink-2">
            {children}
          </div>
          {footer ? (
            <div className="mt-auto flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </div>
          ) : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
