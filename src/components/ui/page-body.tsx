import type { ReactNode } from "react";
import { cx } from "./cx";

export interface PageBodyProps {
  children: ReactNode;
  /** A `SidePanel` beside the page. */
  panel?: ReactNode;
}

/** The page inside the shell: the only `<main>`, its gutters, and room for a side panel. */
export function PageBody({ children, panel }: PageBodyProps) {
  return (
    <div
      className={cx(
        "grid flex-1 grid-cols-1 print:block",
        Boolean(panel) && "lg:grid-cols-[minmax(0,1fr)_var(--panel-w)]",
      )}
    >
      <main
        id="main"
        tabIndex={-1}
        className={cx(
          "flex w-full min-w-0 flex-col gap-(--stack) px-(--gutter) pt-4 pb-12 outline-none sm:pt-6 print:block print:space-y-3 print:p-0",
          !panel && "mx-auto max-w-page",
        )}
      >
        {children}
      </main>
      {panel}
    </div>
  );
}
