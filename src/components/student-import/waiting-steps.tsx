"use client";

import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { useFailureWords } from "./failure-words";
import { StepTitle } from "./step-title";
import type { ImportDetail } from "./types";
import { UploadPart } from "./upload-part";

/** The file is read by the server. */
export function ReadingStep() {
  const t = useTranslations("studentImport.reading");
  return <Waiting title={t("title")}>{t("body")}</Waiting>;
}

/** The rows are held against what the school has. */
export function CheckingStep({ detail }: { detail: ImportDetail }) {
  const t = useTranslations("studentImport.checking");
  return <Waiting title={t("title", { count: detail.rowCount })}>{t("body")}</Waiting>;
}

function Waiting({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid max-w-measure grid-cols-1 gap-2" aria-busy="true">
      <div className="flex items-center gap-2">
        <LoaderCircle className="size-5! animate-spin text-icon" />
        <StepTitle>{title}</StepTitle>
      </div>
      <p role="status" className="text-ink-2">
        {children}
      </p>
    </section>
  );
}

/** Nothing came of the file: why, what to do, and the place for the next one. */
export function FailedStep({ detail }: { detail: ImportDetail }) {
  const t = useTranslations("studentImport.failed");
  const failure = useFailureWords();
  return (
    <section className="grid grid-cols-1 gap-(--stack)">
      <StepTitle>{t("title")}</StepTitle>
      <Callout tone="danger" role="alert" title={failure(detail.failure)}>
        {t("kept")}
      </Callout>
      <UploadPart chooseLabel={t("another")} />
    </section>
  );
}
