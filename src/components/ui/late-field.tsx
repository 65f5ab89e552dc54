"use client";

import { type ReactNode, Suspense } from "react";
import { Field, type FieldLabels } from "./field";
import { useAlive } from "./use-alive";

export interface LateFieldProps extends FieldLabels {
  className?: string | undefined;
  /** The field itself, whose code comes late. */
  children: ReactNode;
}

/** Holds the place of a field with its label and messages until its code is here, which needs a browser to run in. */
export function LateField({ children, ...field }: LateFieldProps) {
  const alive = useAlive();
  const place = (
    <Field {...field}>
      {(control) => <input {...control} disabled aria-busy="true" className="control" />}
    </Field>
  );
  return alive ? <Suspense fallback={place}>{children}</Suspense> : place;
}
