import { type ReactNode, useId } from "react";

export interface SectionProps {
  title: ReactNode;
  /** Meta beside the title, such as a count. */
  meta?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, meta, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-2 flex min-h-8 items-center gap-2">
        <h2 id={id}>{title}</h2>
        {meta ? <span className="ml-0.5 text-xs text-ink-3">{meta}</span> : null}
        {actions ? <div className="ml-auto flex items-center gap-2">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}
