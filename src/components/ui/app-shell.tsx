"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, Suspense, useContext, useEffect, useMemo, useState } from "react";
import { lazyAria } from "./lazy-aria";

const Drawer = lazyAria(() => import("./drawer"));

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
  /** Stands below the topbar and stays in sight: a lost connection. */
  notice?: ReactNode;
  /** A page: one `PageBody`, which holds the only `<main>`. */
  children: ReactNode;
}

/** The frame of every signed-in page: sidebar on the desk, the work on the sheet. */
export function AppShell({ sidebar, topbar, bottomBar, banner, notice, children }: AppShellProps) {
  const t = useTranslations("ui");
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  if (open && !used) setUsed(true);
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
          data-entered={banner ? "" : undefined}
          className="flex min-w-0 flex-col border-line bg-surface max-md:pb-(--bottombar-h) md:border-l print:border-0 print:p-0"
        >
          {banner}
          {topbar}
          {notice}
          {children}
        </div>
      </div>
      {bottomBar}
      {used ? (
        <Suspense fallback={null}>
          <Drawer open={open} onOpenChange={setOpen} label={t("navigation")}>
            {sidebar}
          </Drawer>
        </Suspense>
      ) : null}
    </DrawerContext>
  );
}
