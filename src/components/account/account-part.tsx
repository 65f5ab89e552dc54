import { type ReactNode, useId } from "react";

export interface AccountPartProps {
  title: ReactNode;
  description?: ReactNode;
  /** Meta beside the title, such as a count. */
  meta?: ReactNode;
  children: ReactNode;
}

/** A titled part of an account's page, as wide as a form. */
export function AccountPart({ title, description, meta, children }: AccountPartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid max-w-form grid-cols-1 gap-4">
      <div>
        <div className="flex flex-wrap items-baseline gap-x-2">
          <h2 id={id} className="text-lg">
            {title}
          </h2>
          {meta ? <span className="text-xs text-ink-3">{meta}</span> : null}
        </div>
        {description ? <p className="text-ink-2">{description}</p> : null}
      </div>
      {children}
    </section>
  );
}
