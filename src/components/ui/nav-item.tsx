"use client";

import { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { RouteLink } from "./route-link";

/** True when `pathname` is `href` or lies under it. */
export function isUnder(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}

export interface NavItemProps {
  href: string;
  icon: ReactNode;
  children: ReactNode;
  count?: ReactNode;
  /** Says what the count means, such as "5 registers open". */
  countLabel?: string;
  /** The count asks for something. */
  urgent?: boolean;
  /** Whether one is there; without it, at this address and below it. */
  current?: boolean;
}

/** A place to go to; the current one carries the margin line. */
export function NavItem({ href, icon, children, count, countLabel, urgent, ...rest }: NavItemProps) {
  const pathname = usePathname();
  const current = rest.current ?? isUnder(pathname, href);
  return (
    <li>
      <RouteLink
        href={href}
        data-nav-item
        aria-current={current ? "page" : undefined}
        className={cx(
          "relative flex min-h-[1.875rem] items-center gap-2.5 rounded-sm px-2 hover:bg-press hover:text-ink pointer-coarse:min-h-11",
          current
            ? "bg-press font-medium text-ink before:absolute before:top-1.5 before:bottom-1.5 before:-left-2 before:w-[3px] before:rounded-r-[2px] before:bg-brand-mark [&>svg]:text-brand-text"
            : "text-ink-2 [&>svg]:text-icon",
        )}
      >
        {icon}
        <span className="min-w-0 truncate">{children}</span>
        <OnItsWay />
        {count === undefined ? null : (
          <span
            className={cx(
              "ml-auto text-xs",
              urgent ? "font-strong text-warning-text" : "font-body text-ink-3",
            )}
          >
            <span aria-hidden={countLabel ? true : undefined}>{count}</span>
            {countLabel ? <span className="sr-only">{countLabel}</span> : null}
          </span>
        )}
      </RouteLink>
    </li>
  );
}

/** A dot while the page that was asked for takes its time. */
function OnItsWay() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span aria-hidden="true" className="ml-auto animate-late">
      <span className="block size-1.5 animate-breathe rounded-full bg-brand-mark" />
    </span>
  );
}
