import { type ReactNode, useId } from "react";

/** A titled group of a form's fields. */
export function FormPart({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-5">
      <h2 id={id} className="text-md">
        {title}
      </h2>
      {children}
    </section>
  );
}
