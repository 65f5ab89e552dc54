import type { ReactNode } from "react";

export interface TopbarProps {
  /** `Breadcrumbs`. */
  children: ReactNode;
  /** Icon buttons at the right. */
  actions?: ReactNode;
}

/** The bar at the head of the sheet: where one is, and help. */
export function Topbar({ children, actions }: TopbarProps) {
  return (
    <header
      data-print="no"
      className="sticky top-0 z-(--z-bar) flex in-data-entered:static h-(--topbar-h) flex-none items-center gap-3 border-b border-line bg-surface px-(--gutter) text-sm"
    >
      {children}
      {actions ? <div className="ml-auto flex items-center gap-2">{actions}</div> : null}
    </header>
  );
}
