import type { ReactNode } from "react";

export interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** Stands left of the title: a square `Avatar size="lg"`. */
  lead?: ReactNode;
  /** Buttons; one of them primary. */
  actions?: ReactNode;
  /** Something other than buttons at the right, such as a `Stepper`. */
  aside?: ReactNode;
}

/** The page's title, one sentence, and what can be done here. */
export function PageHeader({ title, description, lead, actions, aside }: PageHeaderProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="flex min-w-0 flex-[1_1_18rem] items-start gap-3">
        {lead}
        <div className="min-w-0 flex-1">
          <h1>{title}</h1>
          {description ? <p className="mt-0.5 max-w-[46rem] text-ink-2">{description}</p> : null}
        </div>
      </div>
      {aside}
      {actions ? (
        <div data-print="no" className="flex flex-wrap gap-2 max-sm:w-full">
          {actions}
        </div>
      ) : null}
    </div>
  );
}
