"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { RADIO } from "@/components/ui/radio-group";
import { isJoinable, type MergeChoice, type MergeField } from "@/domain/record-merge-list";
import { useFieldWords } from "./use-field-words";

export interface FieldChoicesProps {
  fields: readonly MergeField[];
  choices: Readonly<Record<string, MergeChoice>>;
  /** Who is who, at the head of the columns. */
  names: { kept: string; merged: string };
  /** Values of what is sensitive, once somebody has asked for them. */
  revealed: ReadonlyMap<string, { kept: unknown; merged: unknown }>;
  onChoose: (field: string, choice: MergeChoice) => void;
}

const GRID = "grid grid-cols-1 gap-x-4 sm:grid-cols-[9rem_1fr_1fr]";

/** Both values of each field side by side, one below the other on a phone; one of them is kept, or both texts. */
export function FieldChoices({ fields, choices, names, revealed, onChoose }: FieldChoicesProps) {
  const t = useTranslations("recordMerge.compare");
  return (
    <div className="rounded-lg border border-line text-sm">
      <div
        aria-hidden="true"
        className={`${GRID} hidden! border-b border-line px-3 py-2 font-medium sm:grid!`}
      >
        <span className="text-ink-3">{t("field")}</span>
        <span className="min-w-0 [overflow-wrap:anywhere]">{t("ofKept", { name: names.kept })}</span>
        <span className="min-w-0 [overflow-wrap:anywhere]">{t("ofMerged", { name: names.merged })}</span>
      </div>
      <div className="divide-y divide-line">
        {fields.map((field) => (
          <FieldRow
            key={field.field}
            field={field}
            choice={choices[field.field] ?? field.choice}
            revealed={revealed.get(field.field)}
            onChoose={(choice) => onChoose(field.field, choice)}
          />
        ))}
      </div>
    </div>
  );
}

type RowProps = {
  field: MergeField;
  choice: MergeChoice;
  revealed: { kept: unknown; merged: unknown } | undefined;
  onChoose: (choice: MergeChoice) => void;
};

function FieldRow({ field, choice, revealed, onChoose }: RowProps) {
  const t = useTranslations("recordMerge.compare");
  const words = useFieldWords();
  const id = useId();
  const values = revealed ?? field;
  const shown = (side: "kept" | "merged"): ReactNode => {
    if (!field.given[side]) return <span className="text-ink-3">{t("nothing")}</span>;
    return words.value(field.field, values[side]) ?? <span className="text-ink-3">{t("hidden")}</span>;
  };
  const option = (value: MergeChoice, side: string, content: ReactNode) => (
    <label className="flex min-h-6 min-w-0 items-start gap-2 rounded-md px-2 py-1 has-checked:bg-brand-soft pointer-coarse:min-h-11 pointer-coarse:items-center">
      <input
        type="radio"
        name={id}
        checked={choice === value}
        onChange={() => onChoose(value)}
        className={RADIO}
      />
      <span className="min-w-0 whitespace-pre-line [overflow-wrap:anywhere]">
        <span className="text-xs text-ink-3 sm:sr-only">{side} </span>
        {content}
      </span>
    </label>
  );
  return (
    <div role="radiogroup" aria-labelledby={`${id}-label`} className={`${GRID} px-3 py-2`}>
      <span id={`${id}-label`} className="py-1 font-medium">
        {words.label(field.field)}
      </span>
      {option("kept", t("stays"), shown("kept"))}
      {option("merged", t("goes"), shown("merged"))}
      {isJoinable(field.field) && field.given.kept && field.given.merged ? (
        <div className="sm:col-span-2 sm:col-start-2">{option("both", "", t("both"))}</div>
      ) : null}
    </div>
  );
}
