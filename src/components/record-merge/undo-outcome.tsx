"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { KeptPart } from "@/domain/record-merge-list";
import { useFieldWords } from "./use-field-words";
import type { UndoOutcome } from "./use-undo-merge";

/** Why a merge was not taken back, or what of it was kept since it was edited. */
export function UndoNotice({ outcome }: { outcome: UndoOutcome | undefined }) {
  const t = useTranslations("recordMerge.kept");
  const words = useFieldWords();
  if (!outcome) return null;
  if ("failure" in outcome)
    return (
      <Callout tone="danger" role="alert">
        {outcome.failure}
      </Callout>
    );
  const textOf = ({ part, field = "", name = "" }: KeptPart) => {
    if (part === "field") return words.label(field);
    if (part === "number") return t("number", { field: words.label(field), number: name });
    return name === "" ? t(`parts.${part}`) : t("named", { part: t(`parts.${part}`), name });
  };
  return (
    <Callout tone="warning" role="status" title={t("title")}>
      {outcome.kept.map(textOf).join(" · ")}
    </Callout>
  );
}
