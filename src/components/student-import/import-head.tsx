"use client";

import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import { Stepper } from "@/components/ui/stepper";
import { useDay } from "@/components/use-day";
import type { ImportDetail } from "./types";
import { stepAt, useSteps } from "./use-steps";

/** Whose file it is, how large, and how far one is with it. */
export function ImportHead({ detail, isAtColumns }: { detail: ImportDetail; isAtColumns: boolean }) {
  const t = useTranslations("studentImport");
  const steps = useSteps();
  const { moment } = useDay();
  const { fileName, rowCount, columns, createdAt, createdBy } = detail;
  const at = { at: moment(createdAt), by: createdBy };
  return (
    <PageHeader
      title={t("title")}
      description={
        <span className="[overflow-wrap:anywhere]">
          <b className="font-medium text-ink">{fileName}</b>
          {" · "}
          {rowCount > 0
            ? t("head.read", { ...at, rows: rowCount, columns: columns.length })
            : t("head.sent", at)}
        </span>
      }
      aside={
        <Stepper
          label={t("steps.label")}
          steps={steps}
          current={isAtColumns ? stepAt("mapped") : stepAt(detail.state)}
        />
      }
    />
  );
}
