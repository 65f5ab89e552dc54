"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ErrorText } from "@/components/error-text";
import { Callout } from "@/components/ui/callout";
import { type ConflictChoice, ConflictTable } from "@/components/ui/conflict-table";
import { Form } from "@/components/ui/form";
import { useDay } from "@/components/use-day";
import { ORGANIZATION_PLANS } from "@/domain/roles";
import type { StaleField } from "@/domain/stale";
import { oneOf } from "@/lib/one-of";
import type { SchoolTerms } from "./school-form-schema";

const FIELDS = ["name", "plan", "maxUsers", "description"] as const;

/** What was about to be saved, what it was loaded with, and what others have saved since. */
export interface TermsConflict {
  yours: SchoolTerms;
  base: SchoolTerms;
  stale: readonly StaleField[];
}

export interface SchoolConflictProps {
  formId: string;
  conflict: TermsConflict;
  refusal?: ErrorText;
  onChoose: (chosen: SchoolTerms, base: SchoolTerms) => Promise<void>;
}

/** Both versions of a school's terms, field by field; nothing is lost until one is chosen. */
export function SchoolConflict({ formId, conflict, refusal, onChoose }: SchoolConflictProps) {
  const t = useTranslations("schools.edit");
  const tForm = useTranslations("schools.form");
  const tTier = useTranslations("tiers");
  const { moment } = useDay();
  const { yours, base, stale } = conflict;
  const [choices, setChoices] = useState<Record<string, ConflictChoice>>({});
  const fields = FIELDS.filter((field) => stale.some((each) => each.field === field));
  const theirs = { ...base, ...Object.fromEntries(stale.map(({ field, theirs: saved }) => [field, saved])) };
  const [last] = stale;
  const shown = (terms: SchoolTerms, field: (typeof FIELDS)[number]) => {
    const plan = field === "plan" ? oneOf(ORGANIZATION_PLANS, terms.plan) : undefined;
    return plan ? tTier(plan) : String(terms[field]);
  };
  const kept = () =>
    Object.fromEntries(fields.filter((field) => choices[field] === "theirs").map((f) => [f, theirs[f]]));
  return (
    <Form
      id={formId}
      narrow={false}
      error={refusal?.message}
      onSubmit={(event) => {
        event.preventDefault();
        void onChoose({ ...yours, ...kept() }, theirs);
      }}
    >
      <Callout tone="warning" role="alert" title={t("conflict")}>
        {t("conflictBody")}
      </Callout>
      <ConflictTable
        caption={t("conflictCaption")}
        theirsLabel={last?.at ? t("theirs", { name: last.by, at: moment(last.at) }) : undefined}
        onChoose={(name, choice) => setChoices({ ...choices, [name]: choice })}
        rows={fields.map((field) => ({
          field,
          label: tForm(field),
          theirs: shown(theirs, field),
          yours: shown(yours, field),
          choice: choices[field] ?? "yours",
        }))}
      />
    </Form>
  );
}
