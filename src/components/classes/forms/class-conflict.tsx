"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ErrorText } from "@/components/error-text";
import { Callout } from "@/components/ui/callout";
import { type ConflictChoice, ConflictTable } from "@/components/ui/conflict-table";
import { Form } from "@/components/ui/form";
import { useDay } from "@/components/use-day";
import type { ClassField, ClassFields } from "./class-fields";
import { type PresentPlace, useClassPlaces } from "./use-class-places";

/** Two versions of a class: what is saved now, and what was about to be. */
export interface Conflict {
  theirs: ClassFields;
  yours: ClassFields;
  /** Those that both have changed. */
  fields: readonly ClassField[];
  /** Who saved meanwhile, and when. */
  by: { name: string; at: Date } | null;
  /** The class as it is saved now. */
  now: PresentPlace;
}

export interface ClassConflictProps {
  formId: string;
  conflict: Conflict;
  refusal?: ErrorText;
  onChoose: (chosen: ClassFields) => Promise<void>;
}

/** Both versions field by field; nothing is lost until one is chosen. */
export function ClassConflict({ formId, conflict, refusal, onChoose }: ClassConflictProps) {
  const t = useTranslations("classes.edit");
  const tForm = useTranslations("classes.form");
  const { moment } = useDay();
  const { theirs, yours, fields, by } = conflict;
  const [choices, setChoices] = useState<Partial<Record<ClassField, ConflictChoice>>>({});
  const choiceOf = (field: ClassField) => choices[field] ?? "yours";
  const { years, subjects, sectionsOf } = useClassPlaces(conflict.now);
  function shown(side: "theirs" | "yours", field: ClassField) {
    const values = conflict[side];
    if (field === "capacity") return values.capacity ?? tForm("unlimited");
    if (field === "name" || field === "description") return values[field];
    const choices = { yearId: years, sectionId: sectionsOf(values.yearId), subjectId: subjects }[field];
    return choices.find(({ value }) => value === values[field])?.label ?? "";
  }

  function choose() {
    const kept = Object.fromEntries(
      fields.map((field) => [field, (choiceOf(field) === "yours" ? yours : theirs)[field]]),
    );
    return onChoose({ ...yours, ...kept });
  }

  return (
    <Form
      id={formId}
      narrow={false}
      error={refusal?.message}
      onSubmit={(event) => {
        event.preventDefault();
        void choose();
      }}
    >
      <Callout tone="warning" role="alert" title={t("conflict")}>
        {t("conflictBody")}
      </Callout>
      <ConflictTable
        caption={t("conflictCaption")}
        theirsLabel={by ? t("theirs", { name: by.name, at: moment(by.at) }) : undefined}
        onChoose={(name, choice) => setChoices({ ...choices, [name]: choice })}
        rows={fields.map((field) => ({
          field,
          label: tForm(field),
          theirs: shown("theirs", field),
          yours: shown("yours", field),
          choice: choiceOf(field),
        }))}
      />
    </Form>
  );
}
