"use client";

import type { ReactNode } from "react";
import { Dialog, Popover } from "react-aria-components";
import { cx } from "./cx";
import type { Popup } from "./use-popup";

export interface PopupBodyProps {
  popup: Popup;
  label: string;
  className?: string;
  children: ReactNode;
}

/** What a popup shows. */
export default function PopupBody({ popup, label, className, children }: PopupBodyProps) {
  return (
    <Popover
      triggerRef={popup.triggerRef}
      isOpen={popup.open}
      onOpenChange={popup.setOpen}
      placement="bottom start"
      offset={4}
      className={cx("pop rounded-lg bg-raised text-sm text-ink shadow-2", className)}
    >
      <Dialog aria-label={label} className="outline-none">
        {children}
      </Dialog>
    </Popover>
  );
}
