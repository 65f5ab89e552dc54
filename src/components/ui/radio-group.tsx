"use client";

import { type ReactNode, useId } from "react";
import { FieldMessage } from "./field";

/** The look of one round mark. */
export const RADIO =
  "mt-px grid size-4 flex-none cursor-pointer appearance-none place-items-center rounded-full bg-raised [--edge:var(--line-control)] edge checked:bg-brand-solid checked:shadow-none checked:after:size-1.5 checked:after:rounded-full checked:after:bg-brand-fg focus-visible:rounded-full disabled:cursor-not-allowed disabled:opacity-60";

export interface RadioOption<Value extends string> {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps<Value extends string> {
  label: ReactNode;
  options: readonly RadioOption<Value>[];
  name?: string;
  value?: Value | null;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  hint?: ReactNode;
  error?: ReactNode;
}

/** A choice of one, with every option in sight. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, options, value, defaultValue, onChange, hint, error } = props;
  const id = useId();
  const message = error ?? hint;
  return (
    <fieldset aria-describedby={message ? `${id}-message` : undefined} className="grid min-w-0 gap-1">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {options.map((option, index) => (
        <label
          key={option.value}
          className="flex min-h-6 items-start gap-2 py-0.5 text-sm pointer-coarse:min-h-11 pointer-coarse:items-center"
        >
          <input
            type="radio"
            name={props.name ?? id}
            value={option.value}
            checked={value === undefined ? undefined : option.value === value}
            defaultChecked={value === undefined ? option.value === defaultValue : undefined}
            disabled={option.disabled}
            onChange={() => onChange?.(option.value)}
            aria-invalid={error ? true : undefined}
            aria-describedby={option.hint ? `${id}-${index}` : undefined}
            className={RADIO}
          />
          <span className={option.disabled ? "text-ink-3" : undefined}>
            {option.label}
            {option.hint ? (
              <span id={`${id}-${index}`} className="block text-xs text-ink-3">
                {option.hint}
              </span>
            ) : null}
          </span>
        </label>
      ))}
      {message ? (
        <FieldMessage id={`${id}-message`} tone={error ? "error" : "hint"}>
          {message}
        </FieldMessage>
      ) : null}
    </fieldset>
  );
}
