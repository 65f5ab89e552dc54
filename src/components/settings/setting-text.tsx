"use client";

import { TextField, type TextFieldProps } from "@/components/ui/text-field";
import type { SchoolField, SchoolFields } from "@/domain/organization";
import { useFieldWords } from "./use-field-words";
import type { SettingsForm } from "./use-settings-form";

type TextOf = { [Field in SchoolField]: string extends SchoolFields[Field] ? Field : never }[SchoolField];

export interface SettingTextProps
  extends Pick<
    TextFieldProps,
    "type" | "inputMode" | "autoComplete" | "optional" | "maxLength" | "placeholder"
  > {
  form: SettingsForm;
  field: TextOf;
}

/** A line of text among the settings. */
export function SettingText({ form, field, ...rest }: SettingTextProps) {
  const words = useFieldWords();
  return (
    <TextField
      autoComplete="off"
      {...rest}
      label={words.label(field)}
      hint={words.hint(field)}
      error={form.error(field)}
      value={form.values[field]}
      onChange={({ target: { value } }) => form.change(field, value)}
      onBlur={() => form.leave(field)}
    />
  );
}
