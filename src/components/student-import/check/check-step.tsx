"use client";

import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { DiscardButton } from "../discard-button";
import { type ImportUrl, importHref } from "../import-url";
import { RunningCallout } from "../running-callout";
import { StepTitle } from "../step-title";
import type { ImportDetail } from "../types";
import { ChangedRows } from "./changed-rows";
import { CheckedFoot } from "./checked-foot";
import { CreatesPart } from "./creates-part";
import { firstGroup } from "./first-group";
import { GroupStrip } from "./group-strip";
import { HoldCallout } from "./hold-callout";
import { PlainRows } from "./plain-rows";
import { ProblemGroups } from "./problem-groups";

/** What would become of each row: counts, the rows behind each, and what is to be decided before anything is written. */
export function CheckStep({ detail, url }: { detail: ImportDetail; url: ImportUrl }) {
  const t = useTranslations("studentImport.check");
  const group = url.group ?? firstGroup(detail);
  return (
    <>
      <section className="grid min-w-0 grid-cols-1 gap-(--stack)">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <StepTitle>{t("title", { count: detail.counts.total ?? 0 })}</StepTitle>
          <div className="ml-auto flex flex-wrap items-center gap-2 max-sm:ml-0">
            <ButtonLink
              size="sm"
              variant="quiet"
              icon={<Columns3 />}
              href={importHref(detail.id, { step: "columns" })}
            >
              {t("columns")}
            </ButtonLink>
            <DiscardButton id={detail.id} />
          </div>
        </div>
        <RunningCallout besides={detail.id} />
        <HoldCallout hold={detail.hold} />
        <GroupStrip detail={detail} group={group} />
        <CreatesPart creates={detail.creates} />
        <Suspense key={group} fallback={<SkeletonBlock label={t("loading")} lines={6} />}>
          {group === "changed" ? (
            <ChangedRows detail={detail} url={url} />
          ) : group === "error" || group === "odd" ? (
            <ProblemGroups detail={detail} fatal={group === "error"} />
          ) : (
            <PlainRows detail={detail} verdict={group} url={url} />
          )}
        </Suspense>
      </section>
      <CheckedFoot detail={detail} />
    </>
  );
}
