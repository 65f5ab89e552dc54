"use client";

import { type ReactNode, useId } from "react";

export interface SegmentedControlProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
  value: Value;
  onChange: (value: Value) => void;
  /** Shows the icons only; the labels stay as accessible names. */
  iconsOnly?: boolean;
}

/** A choice between two to four views of the same thing. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, options, value, onChange, iconsOnly } = props;
  const name = useId();
  return (
    <fieldset
      data-print="no"
      className="inline-flex gap-0.5 rounded-md bg-sunken p-0.5 [--edge:var(--line)] edge"
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="relative inline-flex h-[calc(var(--control-h)-4px)] items-center gap-1 rounded-sm px-2.5 text-sm text-ink-2 has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-checked:shadow-[var(--shadow-1),0_0_0_1px_var(--line)] has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus-ring"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 m-0 cursor-pointer opacity-0"
          />
          {option.icon}
          <span className={iconsOnly ? "sr-only" : undefined}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
