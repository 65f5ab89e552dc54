"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { StepTitle } from "./step-title";
import { UploadPart } from "./upload-part";

/** Somebody stopped the import, or put it away before it began. */
export function CancelledStep() {
  const t = useTranslations("studentImport.cancelled");
  return (
    <section className="grid grid-cols-1 gap-(--stack)">
      <StepTitle>{t("title")}</StepTitle>
      <Callout role="status">{t("body")}</Callout>
      <UploadPart chooseLabel={t("another")} />
    </section>
  );
}
