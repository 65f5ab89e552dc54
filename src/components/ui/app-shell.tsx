"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";

const DrawerContext = createContext<{ open: () => void }>({ open: () => undefined });

/** Opens the navigation drawer of the surrounding `AppShell` on narrow screens. */
export function useDrawer() {
  return useContext(DrawerContext);
}

export interface AppShellProps {
  /** A `Sidebar`; below 900 px it is shown in the drawer. */
  sidebar: ReactNode;
  topbar: ReactNode;
  /** A `BottomBar`, shown below 900 px. */
  bottomBar?: ReactNode;
  /** Stands above the topbar, such as a notice that someone acts inside this school. */
  banner?: ReactNode;
  /** One line printed at the head of every sheet: school, year, date. */
  printHead?: string;
  /** A page: one `PageBody`, which holds the only `<main>`. */
  children: ReactNode;
}

/** The frame of every signed-in page: sidebar on the desk, the work on the sheet. */
export function AppShell({ sidebar, topbar, bottomBar, banner, printHead, children }: AppShellProps) {
  const t = useTranslations("ui");
  const [open, setOpen] = useState(false);
  const pathname = usePathname();
  const drawer = useMemo(() => ({ open: () => setOpen(true) }), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the drawer
  useEffect(() => setOpen(false), [pathname]);

  return (
    <DrawerContext value={drawer}>
      <a
        href="#main"
        data-print="no"
        className="fixed -top-16 left-2 z-(--z-toast) rounded-md bg-invert px-3 py-2 text-on-invert focus:top-2"
      >
        {t("skipToContent")}
      </a>
      <div data-shell className="grid min-h-dvh grid-cols-1 md:grid-cols-[var(--sidebar-w)_minmax(0,1fr)]">
        <div data-print="no" className="sticky top-0 h-dvh overflow-y-auto bg-canvas max-md:hidden">
          {sidebar}
        </div>
        <div
          data-print-head={printHead}
          className="flex min-w-0 flex-col border-line bg-surface max-md:pb-(--bottombar-h) md:border-l print:border-0 print:p-0"
        >
          {banner}
          {topbar}
          {children}
        </div>
      </div>
      {bottomBar}
      <ModalOverlay
        isDismissable
        isOpen={open}
        onOpenChange={setOpen}
        className="fade fixed inset-0 z-(--z-dialog) bg-scrim md:hidden"
      >
        <Modal className="slide fixed inset-y-0 left-0 w-[min(19rem,86vw)] overflow-y-auto bg-canvas shadow-3">
          <Dialog aria-label={t("navigation")} className="h-full outline-none [&_[data-nav-item]]:min-h-11">
            {sidebar}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DrawerContext>
  );
}
