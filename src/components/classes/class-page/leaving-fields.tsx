"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/text-field";
import { useToday } from "@/components/use-today";
import type { Leaving } from "./use-roster-actions";

const MAX_REASON = 200;

export interface LeavingFieldsProps {
  value: Leaving;
  onChange: (value: Leaving) => void;
  /** What is wrong with the day. */
  error?: string;
}

/** The last day in the class, today or earlier, and the reason. */
export function LeavingFields({ value, onChange, error }: LeavingFieldsProps) {
  const t = useTranslations("classes.leaving");
  const today = useToday();
  return (
    <>
      <DateField
        label={t("on")}
        hint={t("onHint")}
        error={error}
        value={value.on}
        max={today()}
        onChange={(on) => onChange({ ...value, on })}
      />
      <TextField
        optional
        label={t("reason")}
        hint={t("reasonHint")}
        maxLength={MAX_REASON}
        autoComplete="off"
        value={value.reason}
        onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })}
      />
    </>
  );
}
