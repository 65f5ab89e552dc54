"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { Suspense } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { TabFailed } from "@/components/tab-failed";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { Stepper } from "@/components/ui/stepper";
import { importsParsers } from "../import-url";
import { RunningCallout } from "../running-callout";
import { UploadPart } from "../upload-part";
import { useSteps } from "../use-steps";
import { ImportHistory } from "./import-history";

/** Where an import of students begins, and those there were. */
export function ImportsPage() {
  const t = useTranslations("studentImport");
  const steps = useSteps();
  const [url] = useQueryStates(importsParsers);
  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        description={t("intro")}
        aside={<Stepper label={t("steps.label")} steps={steps} current={0} />}
      />
      <QueryBoundary>
        <Suspense fallback={null}>
          <RunningCallout />
        </Suspense>
      </QueryBoundary>
      <UploadPart />
      <Section title={t("history.title")}>
        <QueryBoundary
          resetKey={url.after ?? ""}
          failed={(error, retry) => <TabFailed error={error} retry={retry} />}
        >
          <Suspense fallback={<SkeletonBlock label={t("history.loading")} lines={4} />}>
            <ImportHistory url={url} />
          </Suspense>
        </QueryBoundary>
      </Section>
    </PageBody>
  );
}
