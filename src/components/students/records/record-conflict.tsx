"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { ErrorText } from "@/components/error-text";
import { Callout } from "@/components/ui/callout";
import { type ConflictChoice, ConflictTable } from "@/components/ui/conflict-table";
import { Form } from "@/components/ui/form";
import { isSameValue } from "@/domain/stale";

/** Two versions of a record: what is saved now, and what was about to be. */
export interface Conflict<Values> {
  theirs: Values;
  /** The fields that were about to be saved. */
  mine: Partial<Values>;
  loaded: Values;
}

export interface RecordConflictProps<Values> {
  formId: string;
  conflict: Conflict<Values>;
  refusal?: ErrorText;
  label: (field: string) => string;
  shown?: (field: string, value: unknown) => ReactNode;
  onChoose: (values: Values) => Promise<void>;
}

/** Both versions of what both have changed, field by field; nothing is lost until one is chosen. */
export function RecordConflict<Values extends Record<string, unknown>>(props: RecordConflictProps<Values>) {
  const { formId, conflict, refusal, label, shown = (_, value) => String(value ?? ""), onChoose } = props;
  const t = useTranslations("students.conflict");
  const { theirs, mine, loaded } = conflict;
  const [choices, setChoices] = useState<Record<string, ConflictChoice>>({});
  const fields = Object.keys(mine).filter(
    (field) => !isSameValue(theirs[field], loaded[field]) && !isSameValue(theirs[field], mine[field]),
  );
  const left = fields.filter((field) => choices[field] === "theirs");

  return (
    <Form
      id={formId}
      narrow={false}
      error={refusal?.message}
      onSubmit={(event) => {
        event.preventDefault();
        const kept = Object.fromEntries(left.map((field) => [field, theirs[field]]));
        void onChoose({ ...theirs, ...mine, ...kept });
      }}
    >
      <Callout tone="warning" role="alert" title={t("title")}>
        {t("body")}
      </Callout>
      <ConflictTable
        caption={t("caption")}
        onChoose={(field, choice) => setChoices({ ...choices, [field]: choice })}
        rows={fields.map((field) => ({
          field,
          label: label(field),
          theirs: shown(field, theirs[field]),
          yours: shown(field, mine[field]),
          choice: choices[field] ?? "yours",
        }))}
      />
    </Form>
  );
}
