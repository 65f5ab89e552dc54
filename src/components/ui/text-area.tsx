import type { ComponentProps } from "react";
import { cx } from "./cx";
import { Field, type FieldLabels } from "./field";

export interface TextAreaProps extends FieldLabels, Omit<ComponentProps<"textarea">, "className"> {
  /** For pasted lists and codes. */
  mono?: boolean;
  className?: string;
}

/** A many-line text control with label and message. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional, labelAside, hideLabel, mono, id, className, ...rest } = props;
  return (
    <Field {...{ label, hint, error, optional, labelAside, hideLabel, id, className }}>
      {(control) => (
        <textarea
          rows={4}
          {...rest}
          {...control}
          className={cx("control", mono && "font-mono text-[.92em]")}
        />
      )}
    </Field>
  );
}
