"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { ImportDetail } from "../types";

/** Why the import waits for somebody's explicit yes. */
export function HoldCallout({ hold }: Pick<ImportDetail, "hold">) {
  const t = useTranslations("studentImport.hold");
  if (!hold) return null;
  return (
    <Callout tone="warning" title={t("title", hold)}>
      {t("body", hold)}
    </Callout>
  );
}
