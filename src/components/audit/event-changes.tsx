"use client";

import { useTranslations } from "next-intl";
import { DiffTable } from "@/components/ui/diff-table";
import { changedFields, valuesOf } from "./event-words";
import type { EventDetail } from "./types";
import { useWordTools } from "./use-event-words";
import { fieldLabel, valueWords } from "./value-words";

/** What the event changed, field by field, as it was and as it is. */
export function EventChanges({ event }: { event: EventDetail }) {
  const t = useTranslations("auditLog");
  const tools = useWordTools();
  const before = valuesOf(event.before);
  const after = valuesOf(event.after);
  const rows = changedFields(before, after).map((field) => ({
    field: fieldLabel(field, tools),
    before: valueWords(field, before[field], tools, event.names),
    after: valueWords(field, after[field], tools, event.names),
  }));
  if (rows.length === 0) return <p className="text-sm text-ink-3">{t("noValues")}</p>;
  return <DiffTable caption={t("changed")} rows={rows} beforeLabel={t("before")} afterLabel={t("after")} />;
}
