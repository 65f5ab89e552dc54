"use client";

import { type Control, Controller, type FieldPath, type FieldValues } from "react-hook-form";
import { DateField } from "@/components/ui/date-field";
import { useToday } from "@/components/use-today";

export interface DayFieldProps<Input extends FieldValues, Output> {
  control: Control<Input, unknown, Output>;
  name: FieldPath<Input>;
  label: string;
  hint?: string;
  optional?: boolean;
  error?: string;
}

/** A day of a record that has come already. */
export function DayField<Input extends FieldValues, Output>(props: DayFieldProps<Input, Output>) {
  const { control, name, ...labels } = props;
  const today = useToday();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <DateField
          {...labels}
          name={field.name}
          ref={field.ref}
          value={field.value}
          max={today()}
          onBlur={field.onBlur}
          onChange={field.onChange}
        />
      )}
    />
  );
}
