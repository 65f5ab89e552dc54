"use client";

import { Suspense } from "react";
import { Field } from "./field";
import { lazyAria } from "./lazy-aria";
import type { MultiPickerProps } from "./multi-picker-body";

const Body = lazyAria(() => import("./multi-picker-body"));

/** A choice of many from a list with a search: arrows move, Enter picks, what is picked stays while searching. */
export function MultiPicker(props: MultiPickerProps) {
  const { label, hint, error, optional, labelAside, hideLabel, className } = props;
  return (
    <Suspense
      fallback={
        <Field {...{ label, hint, error, optional, labelAside, hideLabel, className }}>
          {(control) => <input {...control} disabled aria-busy="true" className="control" />}
        </Field>
      }
    >
      <Body {...props} />
    </Suspense>
  );
}
