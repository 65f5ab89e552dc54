import type { ComponentProps } from "react";
import { Field, type FieldLabels } from "./field";

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectProps extends FieldLabels, Omit<ComponentProps<"select">, "className" | "children"> {
  options: readonly SelectOption[];
  /** Shown for the empty value while nothing is chosen. */
  placeholder?: string;
  className?: string;
}

/** A choice of one from a list; the platform's own control, so that phones show theirs. */
export function Select(props: SelectProps) {
  const {
    label,
    hint,
    error,
    optional,
    labelAside,
    hideLabel,
    options,
    placeholder,
    id,
    className,
    ...rest
  } = props;
  return (
    <Field {...{ label, hint, error, optional, labelAside, hideLabel, id, className }}>
      {(control) => (
        <select {...rest} {...control} className="control">
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
