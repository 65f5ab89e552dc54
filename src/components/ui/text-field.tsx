import type { ComponentProps } from "react";
import { cx } from "./cx";
import { Field, type FieldLabels } from "./field";

export interface TextFieldProps extends FieldLabels, Omit<ComponentProps<"input">, "className"> {
  mono?: boolean;
  className?: string;
}

/** A one-line text control with label and message; takes every attribute of `<input>`, and a ref. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional, labelAside, hideLabel, mono, id, className, ...rest } = props;
  return (
    <Field {...{ label, hint, error, optional, labelAside, hideLabel, id, className }}>
      {(control) => (
        <input type="text" {...rest} {...control} className={cx("control", mono && "font-mono")} />
      )}
    </Field>
  );
}
