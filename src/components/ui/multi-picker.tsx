"use client";

import { LateField } from "./late-field";
import { lazyAria } from "./lazy-aria";
import type { MultiPickerProps } from "./multi-picker-body";

const Body = lazyAria(() => import("./multi-picker-body"));

/** A choice of many from a list with a search: arrows move, Enter picks, what is picked stays while searching. */
export function MultiPicker(props: MultiPickerProps) {
  const { label, hint, error, optional, labelAside, hideLabel, className } = props;
  return (
    <LateField {...{ label, hint, error, optional, labelAside, hideLabel, className }}>
      <Body {...props} />
    </LateField>
  );
}
