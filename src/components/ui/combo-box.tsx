"use client";

import type { ComboBoxProps } from "./combo-box-body";
import { LateField } from "./late-field";
import { lazyAria } from "./lazy-aria";

const Body = lazyAria(() => import("./combo-box-body"));

/** A choice of one from a list that is too long to scroll: type a part of the name. Fetched when it is needed. */
export function ComboBox(props: ComboBoxProps) {
  const { label, hint, error, optional, labelAside, hideLabel, className } = props;
  return (
    <LateField {...{ label, hint, error, optional, labelAside, hideLabel, className }}>
      <Body {...props} />
    </LateField>
  );
}
