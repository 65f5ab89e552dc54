import type { ReactNode } from "react";
import { Drawing, type DrawingName } from "./drawing";

export interface EmptyStateProps {
  drawing: DrawingName;
  title: ReactNode;
  /** One sentence: what comes here, and how. */
  children?: ReactNode;
  /** One primary way on, perhaps a second. */
  actions?: ReactNode;
}

/** Nothing here yet. */
export function EmptyState({ drawing, title, children, actions }: EmptyStateProps) {
  return (
    <div className="mx-auto grid max-w-[26rem] justify-items-center gap-2 text-center">
      <Drawing name={drawing} />
      <h2>{title}</h2>
      {children ? <div className="text-sm text-pretty text-ink-2">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
