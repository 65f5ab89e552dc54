"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";
import { useErrorText } from "@/components/error-text";
import { QueryBoundary } from "@/components/query-boundary";
import { CrumbName } from "@/components/shell/crumb-name";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonBlock } from "@/components/ui/skeleton";

export interface ExportFrameProps {
  title: string;
  description: string;
  resetKey: string;
  children: ReactNode;
}

/** A page on which is chosen what is taken out: it waits for the years and sections, and says what failed. */
export function ExportFrame({ title, description, resetKey, children }: ExportFrameProps) {
  const t = useTranslations("studentExports.chooser");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  return (
    <PageBody>
      <CrumbName name={title} />
      <QueryBoundary
        resetKey={resetKey}
        failed={(error, retry) => (
          <>
            <PageHeader title={title} description={description} />
            <ErrorState actions={<Button onPress={retry}>{tUi("tryAgain")}</Button>}>
              {errorText(error).message}
            </ErrorState>
          </>
        )}
      >
        <Suspense
          fallback={
            <>
              <PageHeader title={title} description={description} />
              <SkeletonBlock label={t("loading")} lines={8} />
            </>
          }
        >
          {children}
        </Suspense>
      </QueryBoundary>
    </PageBody>
  );
}

/** There is no school year whose sections could be listed. */
export function NoYear({ title, description }: { title: string; description: string }) {
  const t = useTranslations("studentExports.chooser");
  return (
    <>
      <PageHeader title={title} description={description} />
      <EmptyState drawing="classroom" title={t("noYear")}>
        {t("noYearHint")}
      </EmptyState>
    </>
  );
}
