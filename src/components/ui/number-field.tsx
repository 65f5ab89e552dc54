"use client";

import { type KeyboardEvent, type Ref, useState } from "react";
import { Field, type FieldLabels } from "./field";

export interface NumberFieldProps extends FieldLabels {
  /** A whole number; null for none. */
  value: number | null;
  /** Gets null while nothing or no number is written. */
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  /** How far the arrow keys go. */
  step?: number;
  /** Stands after the number, such as "minutes". */
  unit?: string;
  name?: string;
  onBlur?: () => void;
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
  className?: string;
}

/** A whole number, typed or moved with the arrow keys; the schema says when it is too great or too small. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, error, optional, labelAside, hideLabel, className } = props;
  const { value, onChange, min = 0, max, step = 1, unit, name, onBlur, disabled, ref } = props;
  const [text, setText] = useState(value === null ? "" : String(value));
  const [shownFor, setShownFor] = useState(value);
  if (shownFor !== value) {
    setShownFor(value);
    setText(value === null ? "" : String(value));
  }

  function write(next: string) {
    const digits = next.replace(min < 0 ? /[^\d-]/g : /\D/g, "").slice(0, 9);
    const parsed = digits === "" || digits === "-" ? null : Number.parseInt(digits, 10);
    setText(digits);
    setShownFor(parsed);
    onChange(parsed);
  }

  function onKeyDown(event: KeyboardEvent) {
    const turn = { ArrowUp: step, ArrowDown: -step }[event.key];
    if (turn === undefined) return;
    event.preventDefault();
    const next = (value ?? min) + (value === null ? 0 : turn);
    write(String(Math.min(max ?? next, Math.max(min, next))));
  }

  return (
    <Field {...{ label, hint, error, optional, labelAside, hideLabel, className }}>
      {(control) => (
        <div className="flex items-center gap-2">
          <input
            {...control}
            ref={ref}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            name={name}
            value={text}
            disabled={disabled}
            onChange={(event) => write(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={onBlur}
            className="control w-28! tabular-nums"
          />
          {unit ? <span className="text-sm text-ink-2">{unit}</span> : null}
        </div>
      )}
    </Field>
  );
}
