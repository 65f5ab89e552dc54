"use client";

import { GraduationCap } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Suspense } from "react";
import { STUDENTS_PATH } from "@/components/students/list/students-url";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { KeyFigures } from "@/components/ui/key-figures";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useDay } from "@/components/use-day";
import { ProblemGroups } from "../check/problem-groups";
import { useFailureWords } from "../failure-words";
import { StepTitle } from "../step-title";
import type { ImportDetail } from "../types";
import { UndoButton } from "./undo-button";

/** What an import has done: in numbers, the rows that stayed out, and the way back. */
export default function ReportStep({ detail }: { detail: ImportDetail }) {
  const t = useTranslations("studentImport.report");
  const format = useFormatter();
  const { moment, day } = useDay();
  const failure = useFailureWords();
  const { counts, undoUntil, finishedAt, confirmedBy } = detail;
  const { created = 0, updated = 0, unchanged = 0, error = 0, total = 0, keptFields = 0 } = counts;
  return (
    <section className="grid min-w-0 grid-cols-1 gap-(--stack)">
      <StepTitle>{t("title")}</StepTitle>
      {detail.failure === null ? null : (
        <Callout tone="danger" role="alert">
          {failure(detail.failure)}
        </Callout>
      )}
      <Callout
        tone="success"
        role="status"
        title={t("done", { created, updated })}
        actions={
          <>
            <ButtonLink size="sm" href={STUDENTS_PATH} icon={<GraduationCap />}>
              {t("students")}
            </ButtonLink>
            {undoUntil ? <UndoButton detail={detail} /> : null}
          </>
        }
      >
        {unchanged > 0 ? <>{t("sameAlready", { count: unchanged })} </> : null}
        {t("stayedOut", { count: error })}
        {keptFields > 0 ? <> {t("keptFields", { count: keptFields })}</> : null}
      </Callout>
      <KeyFigures
        label={t("figures")}
        items={[
          { label: t("total"), value: format.number(total) },
          { label: t("created"), value: format.number(created) },
          { label: t("updated"), value: format.number(updated) },
          { label: t("unchanged"), value: format.number(unchanged) },
          { label: t("out"), value: format.number(error) },
          { label: t("representatives"), value: format.number(counts.representatives ?? 0) },
        ]}
      />
      <p className="text-sm text-ink-3">
        {finishedAt ? t("finished", { at: moment(finishedAt) }) : null}{" "}
        {confirmedBy ? t("confirmed", { by: confirmedBy }) : null}{" "}
        {undoUntil ? t("undoUntil", { date: day(undoUntil) }) : t("undoOver")}
      </p>
      {error > 0 ? (
        <Suspense fallback={<SkeletonBlock label={t("loading")} lines={5} />}>
          <ProblemGroups detail={detail} fatal />
        </Suspense>
      ) : null}
    </section>
  );
}
