"use client";

import type { ReactNode } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";

export interface DrawerProps {
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}

/** The navigation over the page, on narrow screens. */
export default function Drawer({ label, open, onOpenChange, children }: DrawerProps) {
  return (
    <ModalOverlay
      isDismissable
      isOpen={open}
      onOpenChange={onOpenChange}
      className="fade fixed inset-0 z-(--z-dialog) bg-scrim md:hidden"
    >
      <Modal className="slide fixed inset-y-0 left-0 w-[min(19rem,86vw)] overflow-y-auto bg-canvas shadow-3">
        <Dialog aria-label={label} className="h-full outline-none [&_[data-nav-item]]:min-h-11">
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
