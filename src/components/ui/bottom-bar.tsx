"use client";

import { Menu as MenuIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDrawer } from "./app-shell";
import { RouteLink } from "./route-link";

const ITEM =
  "relative grid content-center justify-items-center gap-0.5 text-2xs leading-none text-ink-3 -outline-offset-2! [&>svg]:size-5";

export interface BottomBarProps {
  label: string;
  /** At most four; the fifth place opens the drawer. */
  items: readonly { href: string; label: string; icon: ReactNode; current: boolean }[];
}

/** The four most used places, under the thumb, and the way to all others. */
export function BottomBar({ label, items }: BottomBarProps) {
  const t = useTranslations("ui");
  const drawer = useDrawer();
  return (
    <nav
      aria-label={label}
      data-print="no"
      className="fixed inset-x-0 bottom-0 z-(--z-bar) grid h-(--bottombar-h) auto-cols-fr grid-flow-col border-t border-line-strong bg-surface md:hidden"
    >
      {items.map((item) => (
        <RouteLink
          key={item.href}
          href={item.href}
          aria-current={item.current ? "page" : undefined}
          className={`${ITEM} aria-[current]:font-medium aria-[current]:text-ink aria-[current]:before:absolute aria-[current]:before:-top-px aria-[current]:before:h-[3px] aria-[current]:before:w-8 aria-[current]:before:rounded-b-[2px] aria-[current]:before:bg-brand-mark`}
        >
          {item.icon}
          {item.label}
        </RouteLink>
      ))}
      <button type="button" className={ITEM} onClick={drawer.open}>
        <MenuIcon />
        {t("more")}
      </button>
    </nav>
  );
}
