"use client";

import type { DateFieldProps } from "./date-picker";
import { LateField } from "./late-field";
import { lazyAria } from "./lazy-aria";

const DatePicker = lazyAria(() => import("./date-picker"));

/** A day, written in the order of the language or picked from a calendar, which is loaded when it is needed. */
export function DateField(props: DateFieldProps) {
  const { label, hint, error, optional, labelAside, hideLabel, className } = props;
  return (
    <LateField {...{ label, hint, error, optional, labelAside, hideLabel, className }}>
      <DatePicker {...props} />
    </LateField>
  );
}
