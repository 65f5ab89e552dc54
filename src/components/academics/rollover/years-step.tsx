"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ErrorText } from "@/components/error-text";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { FieldPair } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { usualDays, yearNameOf } from "@/domain/academic-year";
import { ACADEMICS_PATH } from "../academics-url";
import type { Chosen, Draft, OldYear } from "./types";

export interface YearsStepProps {
  old: OldYear;
  years: Draft["years"];
  chosen: Chosen;
  refusal: ErrorText | undefined;
  onChange: (chosen: Chosen) => void;
}

/** Which year ends, and which begins: one that is there already, or a new one. */
export function YearsStep({ old, years, chosen, refusal, onChange }: YearsStepProps) {
  const t = useTranslations("rollover.years");
  const router = useRouter();
  const { newYear, toYearId, keepGuides } = chosen;
  const change = (more: Partial<Chosen["newYear"]>) =>
    onChange({ ...chosen, newYear: { ...newYear, ...more } });

  function fillDays() {
    const name = yearNameOf(newYear.name);
    const days = name && usualDays(name);
    if (days && !newYear.startsOn && !newYear.endsOn) change(days);
  }

  return (
    <div className="grid max-w-form grid-cols-1 gap-5">
      <Select
        label={t("from")}
        hint={t("fromHint", { classes: old.classCount })}
        value={old.year.id}
        options={years.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={({ currentTarget: { value } }) =>
          router.replace(`${ACADEMICS_PATH}/rollover?from=${value}`, { scroll: false })
        }
      />
      <Select
        label={t("to")}
        hint={t("toHint")}
        value={toYearId}
        options={[
          { value: "", label: t("newYear") },
          ...years.flatMap(({ id, name }) => (id === old.year.id ? [] : [{ value: id, label: name }])),
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ ...chosen, toYearId: value })}
      />
      {toYearId === "" ? (
        <>
          <TextField
            label={t("name")}
            hint={t("nameHint")}
            autoComplete="off"
            value={newYear.name}
            onChange={({ currentTarget: { value } }) => change({ name: value })}
            onBlur={fillDays}
            error={refusal?.field === "name" || refusal?.field === "to" ? refusal.message : undefined}
          />
          <FieldPair>
            <DateField
              label={t("startsOn")}
              value={newYear.startsOn}
              onChange={(startsOn) => change({ startsOn })}
            />
            <DateField label={t("endsOn")} value={newYear.endsOn} onChange={(endsOn) => change({ endsOn })} />
          </FieldPair>
        </>
      ) : null}
      <Checkbox
        checked={keepGuides}
        hint={t("keepGuidesHint")}
        onChange={({ currentTarget: { checked } }) => onChange({ ...chosen, keepGuides: checked })}
      >
        {t("keepGuides")}
      </Checkbox>
    </div>
  );
}
