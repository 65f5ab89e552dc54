"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { type ConflictChoice, ConflictTable } from "@/components/ui/conflict-table";
import type { SchoolField, SchoolFields } from "@/domain/organization";
import { useFieldWords } from "./use-field-words";
import type { StaleEdit } from "./use-settings-form";

export interface ConflictNoticeProps {
  stale: readonly StaleEdit[];
  values: SchoolFields;
  saving: boolean;
  onSettle: (choices: ReadonlyMap<SchoolField, ConflictChoice>) => void;
}

/** Both versions of what somebody else saved meanwhile, and the choice between them. */
export function ConflictNotice({ stale, values, saving, onSettle }: ConflictNoticeProps) {
  const t = useTranslations("settings.conflict");
  const format = useFormatter();
  const words = useFieldWords();
  const [choices, setChoices] = useState<ReadonlyMap<SchoolField, ConflictChoice>>(
    () => new Map(stale.map(({ field }) => [field, "yours" as const])),
  );
  // The last word is by one person as a rule; where it is by several, the head says none.
  const [last] = stale;
  const same = last?.by && last.at && stale.every(({ by }) => by === last.by);
  return (
    <div role="alert" className="grid max-w-measure gap-3">
      <Callout
        tone="warning"
        title={t("title")}
        actions={
          <Button size="sm" pending={saving} onPress={() => onSettle(choices)}>
            {t("save")}
          </Button>
        }
      >
        {t("body")}
      </Callout>
      <ConflictTable
        caption={t("caption")}
        theirsLabel={
          same && last.at
            ? t("theirsBy", {
                name: last.by,
                when: format.dateTime(last.at, { dateStyle: "medium", timeStyle: "short" }),
              })
            : t("theirs")
        }
        yoursLabel={t("yours")}
        rows={stale.map(({ field, theirs }) => ({
          field,
          label: words.label(field),
          theirs: words.value(field, theirs),
          yours: words.value(field, values[field]),
          choice: choices.get(field) ?? "yours",
        }))}
        onChoose={(field, choice) => setChoices(new Map(choices).set(field as SchoolField, choice))}
      />
    </div>
  );
}
