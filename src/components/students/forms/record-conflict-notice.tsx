"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { type ConflictChoice, ConflictTable } from "@/components/ui/conflict-table";
import { useDay } from "@/components/use-day";
import type { StaleField } from "@/domain/stale";

/** One row of the choice: a field, or several that are one thing to people. */
export interface ConflictPart {
  fields: readonly string[];
  label: string;
  theirs: ReactNode;
  yours: ReactNode;
}

interface RecordConflictNoticeProps {
  stale: readonly StaleField[];
  parts: readonly ConflictPart[];
  saving: boolean;
  onSettle: (choices: ReadonlyMap<string, ConflictChoice>) => void;
}

/** Both versions of what somebody else saved meanwhile, and the choice between them; nothing typed is lost. */
export default function RecordConflictNotice({ stale, parts, saving, onSettle }: RecordConflictNoticeProps) {
  const t = useTranslations("students.conflict");
  const { moment } = useDay();
  const [choices, setChoices] = useState<ReadonlyMap<string, ConflictChoice>>(
    () => new Map(stale.map(({ field }) => [field, "yours" as const])),
  );
  const [last] = stale;
  const isOnePerson = last?.by && last.at && stale.every(({ by }) => by === last.by);
  return (
    <div role="alert" className="grid gap-3">
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
          isOnePerson && last.at ? t("theirsBy", { name: last.by, at: moment(last.at) }) : undefined
        }
        rows={parts.map(({ fields, ...part }) => ({
          ...part,
          field: fields[0] ?? "",
          choice: choices.get(fields[0] ?? "") ?? "yours",
        }))}
        onChoose={(field, choice) => {
          const part = parts.find(({ fields }) => fields[0] === field);
          setChoices(new Map([...choices, ...(part?.fields ?? []).map((each) => [each, choice] as const)]));
        }}
      />
    </div>
  );
}
