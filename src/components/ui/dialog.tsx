"use client";

import { type ReactNode, Suspense } from "react";
import type { DialogLook } from "./dialog-body";
import { lazyAria } from "./lazy-aria";
import { TriggerContext } from "./trigger-context";
import { usePopup } from "./use-popup";

const loadDialog = () => import("./dialog-body");
const DialogBody = lazyAria(loadDialog);

export interface DialogProps extends DialogLook {
  /** Controlled: with `onOpenChange`. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Uncontrolled: the button that opens it. */
  trigger?: ReactNode;
}

/** A decision that blocks the page until it is taken; on a phone a full sheet. Fetched on first use. */
export function Dialog(props: DialogProps) {
  const { trigger, open, onOpenChange, ...body } = props;
  const popup = usePopup("dialog", loadDialog, { open, onOpenChange });
  return (
    <>
      {trigger ? <TriggerContext value={popup.trigger}>{trigger}</TriggerContext> : null}
      {popup.used ? (
        <Suspense fallback={null}>
          <DialogBody {...body} open={popup.open} onOpenChange={popup.setOpen} />
        </Suspense>
      ) : null}
    </>
  );
}
