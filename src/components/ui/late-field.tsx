import { type ReactNode, Suspense } from "react";
import { Field, type FieldLabels } from "./field";

export interface LateFieldProps extends FieldLabels {
  className?: string | undefined;
  /** The field itself, whose code comes late. */
  children: ReactNode;
}

/** Holds the place of a field with its label and messages until its code is here. */
export function LateField({ children, ...field }: LateFieldProps) {
  return (
    <Suspense
      fallback={
        <Field {...field}>
          {(control) => <input {...control} disabled aria-busy="true" className="control" />}
        </Field>
      }
    >
      {children}
    </Suspense>
  );
}
