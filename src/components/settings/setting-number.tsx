"use client";

import { NumberField } from "@/components/ui/number-field";
import type { SettingKey, Settings } from "@/domain/setting-list";
import { useFieldWords } from "./use-field-words";
import type { SettingsForm } from "./use-settings-form";

export interface SettingNumberProps {
  form: SettingsForm;
  field: { [Key in SettingKey]: Settings[Key] extends number ? Key : never }[SettingKey];
  unit: string;
  min: number;
  max: number;
}

/** A setting that is a number. */
export function SettingNumber({ form, field, ...rest }: SettingNumberProps) {
  const words = useFieldWords();
  const value = form.values[field];
  return (
    <NumberField
      {...rest}
      label={words.label(field)}
      hint={words.hint(field)}
      value={Number.isNaN(value) ? null : value}
      error={form.error(field)}
      // Nothing written is no number, which the schema refuses in words.
      onChange={(next) => form.change(field, next ?? Number.NaN)}
      onBlur={() => form.leave(field)}
    />
  );
}
