import type { ReactNode } from "react";
import { RouteLink } from "./route-link";

/** The look of one tab. */
export const TAB =
  "inline-flex h-9 flex-none items-center gap-1.5 border-b-2 border-transparent text-ink-2 -outline-offset-2! hover:text-ink aria-[current]:border-brand-mark aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:h-11";

export interface TabItem {
  href: string;
  label: ReactNode;
  count?: ReactNode;
  current?: boolean;
}

export interface TabsProps {
  label: string;
  items: readonly TabItem[];
  /** Stands after the last tab, such as "Save view". */
  children?: ReactNode;
}

/** Tabs that are links: the page's address says which one is current. */
export function Tabs({ label, items, children }: TabsProps) {
  return (
    <nav
      aria-label={label}
      data-print="no"
      className="-mx-(--gutter) flex [scrollbar-width:none] gap-5 overflow-x-auto px-(--gutter) text-sm shadow-[inset_0_-1px_0_var(--line)]"
    >
      {items.map((item) => (
        <RouteLink
          key={item.href}
          href={item.href}
          scroll={false}
          aria-current={item.current ? "page" : undefined}
          className={TAB}
        >
          {item.label}
          {item.count === undefined ? null : (
            <span className="text-xs font-body text-ink-3">{item.count}</span>
          )}
        </RouteLink>
      ))}
      {children}
    </nav>
  );
}
