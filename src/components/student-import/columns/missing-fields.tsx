"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { useFieldWords } from "../field-words";

/** Which fields no row can do without and no column has yet. */
export function MissingFields({ missing }: { missing: readonly string[] }) {
  const t = useTranslations("studentImport.columns");
  const format = useFormatter();
  const { label } = useFieldWords();
  if (missing.length === 0) return null;
  return (
    <Callout tone="warning" role="status" title={t("missing", { count: missing.length })}>
      {t("missingBody", { fields: format.list(missing.map(label)) })}
    </Callout>
  );
}
