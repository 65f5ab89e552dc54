"use client";

import { Suspense } from "react";
import type { DateFieldProps } from "./date-picker";
import { Field } from "./field";
import { lazyAria } from "./lazy-aria";

const DatePicker = lazyAria(() => import("./date-picker"));

/** A day, written in the order of the language or picked from a calendar, which is loaded when it is needed. */
export function DateField(props: DateFieldProps) {
  const { label, hint, error, optional, labelAside, hideLabel, className } = props;
  return (
    <Suspense
      fallback={
        <Field {...{ label, hint, error, optional, labelAside, hideLabel, className }}>
          {(control) => <input {...control} disabled aria-busy="true" className="control" />}
        </Field>
      }
    >
      <DatePicker {...props} />
    </Suspense>
  );
}
