"use client";

import { useTranslations } from "next-intl";
import { lazy, type Ref, Suspense } from "react";
import { Field, type FieldLabels } from "./field";
import { normalHex } from "./hex-color";

export interface ColorFieldProps extends Omit<FieldLabels, "hint"> {
  /** What stands in the box: "#rrggbb" once it is whole. */
  value: string;
  onChange: (value: string) => void;
  name?: string;
  onBlur?: () => void;
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
  className?: string;
}

// Colour spaces weigh as much as the rest of a form: they come after it.
const ContrastLine = lazy(() => import("./contrast-line"));

const SUGGESTED = {
  petrol: "#0c6170",
  garnet: "#8c2f39",
  inkBlue: "#1d4e9e",
  olive: "#4d6b1f",
  marigold: "#e0a100",
  cedar: "#5b3a29",
  slate: "#22302b",
} as const;
const NAMES = Object.keys(SUGGESTED) as (keyof typeof SUGGESTED)[];

/** A school's colour: typed or taken from the suggestions, with how its label reads. */
export function ColorField(props: ColorFieldProps) {
  const { label, error, optional, labelAside, hideLabel, className } = props;
  const { value, onChange, name, onBlur, disabled, ref } = props;
  const t = useTranslations("ui.color");
  const hex = normalHex(value);
  const hint = hex ? (
    <Suspense fallback={<span className="invisible">{hex}</span>}>
      <ContrastLine color={hex} />
    </Suspense>
  ) : (
    t("form")
  );
  return (
    <Field {...{ label, hint, error, optional, labelAside, hideLabel, className }}>
      {(control) => (
        <div className="flex flex-wrap items-center gap-2">
          <input
            {...control}
            ref={ref}
            type="text"
            name={name}
            value={value}
            disabled={disabled}
            spellCheck={false}
            autoComplete="off"
            maxLength={9}
            onChange={(event) => onChange(event.target.value)}
            onBlur={() => {
              if (hex && hex !== value) onChange(hex);
              onBlur?.();
            }}
            className="control w-36! font-mono"
          />
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset inside the field would be named twice */}
          <span role="group" aria-label={t("suggested")} className="flex flex-wrap gap-2">
            {NAMES.map((key) => (
              <button
                key={key}
                type="button"
                aria-label={t(key)}
                title={t(key)}
                aria-pressed={hex === SUGGESTED[key]}
                disabled={disabled}
                onClick={() => onChange(SUGGESTED[key])}
                className="size-7 rounded-md shadow-[inset_0_0_0_1px_light-dark(oklch(0_0_0/.12),oklch(1_0_0/.24))] outline-offset-2! aria-pressed:outline-2 aria-pressed:outline-ink disabled:opacity-60 pointer-coarse:size-11"
                style={{ background: SUGGESTED[key] }}
              />
            ))}
          </span>
        </div>
      )}
    </Field>
  );
}
