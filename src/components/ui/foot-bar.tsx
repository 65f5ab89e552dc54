import type { ReactNode } from "react";

/** A bar that sticks to the foot of the page and carries its one main action. */
export function FootBar({ children, actions }: { children?: ReactNode; actions: ReactNode }) {
  return (
    <div
      data-bar
      data-print="no"
      className="sticky bottom-0 z-(--z-bar) -mx-(--gutter) mt-auto -mb-12 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line-strong bg-surface px-(--gutter) py-3 text-sm max-md:bottom-(--bottombar-h)"
    >
      {children ? <div className="min-w-0 flex-[1_1_16rem]">{children}</div> : null}
      <div className="flex flex-wrap items-center gap-2">{actions}</div>
    </div>
  );
}
