"use client";

import { useTranslations } from "next-intl";
import { type Control, Controller } from "react-hook-form";
import { useErrorWords } from "@/components/account/use-error-words";
import type { ErrorText } from "@/components/error-text";
import { ComboBox } from "@/components/ui/combo-box";
import { MultiPicker } from "@/components/ui/multi-picker";
import { useCoachSearch } from "../use-coach-search";
import type { ClassFormValues } from "./class-form-values";

export interface ClassCoachFieldsProps {
  control: Control<ClassFormValues>;
  refusal?: ErrorText;
}

/** Who leads a new class, and who assists. */
export function ClassCoachFields({ control, refusal }: ClassCoachFieldsProps) {
  const t = useTranslations("classes.form");
  const words = useErrorWords();
  const { items, onSearch } = useCoachSearch();
  const refused = (field: string) => (refusal?.field === field ? refusal.message : undefined);
  return (
    <>
      <Controller
        control={control}
        name="leadId"
        render={({ field: { value, onChange, ...field }, fieldState }) => (
          <ComboBox
            {...field}
            label={t("lead")}
            hint={t("leadHint")}
            placeholder={t("leadPlaceholder")}
            items={items}
            onSearch={onSearch}
            value={value || null}
            onChange={(id) => onChange(id ?? "")}
            error={words.ofField(fieldState.error) ?? refused("leadId")}
          />
        )}
      />
      <Controller
        control={control}
        name="coachIds"
        render={({ field: { value, onChange, ref }, fieldState }) => (
          <MultiPicker
            ref={ref}
            optional
            label={t("coaches")}
            hint={t("coachesHint")}
            items={items}
            onSearch={onSearch}
            value={value}
            onChange={onChange}
            error={words.ofField(fieldState.error) ?? refused("coachIds")}
          />
        )}
      />
    </>
  );
}
