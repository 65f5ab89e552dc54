"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { isUnder } from "./nav-item";
import { RouteLink } from "./route-link";

export interface SettingsNavItem {
  href: string;
  label: ReactNode;
  /** Current only at this very address, not below it. */
  exact?: boolean;
}

export interface SettingsNavProps {
  label: string;
  items: readonly SettingsNavItem[];
  /** The chosen page, at the right of the list and below the row of tabs on a phone. */
  children: ReactNode;
}

/** The pages of one subject beside the one that is open; a row of tabs below 900 px. */
export function SettingsNav({ label, items, children }: SettingsNavProps) {
  const pathname = usePathname();
  return (
    <div className="grid grid-cols-1 items-start gap-(--stack) md:grid-cols-[11rem_minmax(0,1fr)] md:gap-10">
      <nav
        aria-label={label}
        data-print="no"
        className="flex text-sm max-md:-mx-(--gutter) max-md:[scrollbar-width:none] max-md:gap-5 max-md:overflow-x-auto max-md:px-(--gutter) max-md:shadow-[inset_0_-1px_0_var(--line)] md:sticky md:top-[calc(var(--topbar-h)+1.5rem)] md:flex-col md:gap-px"
      >
        {items.map((item) => {
          const current = item.exact ? pathname === item.href : isUnder(pathname, item.href);
          return (
            <RouteLink
              key={item.href}
              href={item.href}
              aria-current={current ? "page" : undefined}
              className={cx(
                "flex flex-none items-center whitespace-nowrap text-ink-2 hover:text-ink aria-[current]:font-medium aria-[current]:text-ink",
                "max-md:h-11 max-md:border-b-2 max-md:border-transparent max-md:-outline-offset-2! max-md:aria-[current]:border-brand-mark",
                "md:relative md:min-h-[1.875rem] md:rounded-sm md:px-2 md:hover:bg-press md:aria-[current]:bg-press md:pointer-coarse:min-h-11",
                "md:aria-[current]:before:absolute md:aria-[current]:before:inset-y-1.5 md:aria-[current]:before:-left-2 md:aria-[current]:before:w-[3px] md:aria-[current]:before:rounded-r-[2px] md:aria-[current]:before:bg-brand-mark",
              )}
            >
              {item.label}
            </RouteLink>
          );
        })}
      </nav>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
