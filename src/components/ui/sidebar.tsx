import type { ReactNode } from "react";

export interface SidebarProps {
  /** The accessible name of the sidebar. */
  label: string;
  /** A `SchoolIdentity`. */
  identity: ReactNode;
  /** A search trigger below the identity. */
  search?: ReactNode;
  /** One or more `NavSection`. */
  children: ReactNode;
  /** A `UserMenu`, at the foot. */
  user?: ReactNode;
  /** The accessible name of the navigation inside. */
  navLabel: string;
}

/** The school's desk: identity, places to go, and the person who is signed in. */
export function Sidebar({ label, navLabel, identity, search, children, user }: SidebarProps) {
  return (
    <aside aria-label={label} className="flex min-h-full flex-col gap-2 p-2 text-sm">
      {identity}
      {search}
      <nav aria-label={navLabel} className="grid gap-2">
        {children}
      </nav>
      {user ? <div className="sticky bottom-0 mt-auto bg-canvas pt-2 pb-1">{user}</div> : null}
    </aside>
  );
}

export interface NavSectionProps {
  title?: string;
  children: ReactNode;
}

/** A group of `NavItem`, with or without a title. */
export function NavSection({ title, children }: NavSectionProps) {
  return (
    <div>
      {title ? <p className="px-2 pt-2 pb-1 text-xs text-ink-3">{title}</p> : null}
      <ul className="grid gap-px">{children}</ul>
    </div>
  );
}
