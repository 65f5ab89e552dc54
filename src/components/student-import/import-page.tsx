"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { Suspense } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { CrumbName } from "@/components/shell/crumb-name";
import { TabFailed } from "@/components/tab-failed";
import { PageBody } from "@/components/ui/page-body";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { isUnderWay } from "@/domain/student-import-list";
import { useTRPC } from "@/trpc/client";
import { ImportHead } from "./import-head";
import { ImportStep } from "./import-step";
import { importParsers } from "./import-url";
import { StepFocus } from "./step-title";

const EVERY = 1_000;

/** One import from its file to its undo: the page follows its state, also of what goes on in the background. */
export function ImportPage({ id }: { id: string }) {
  const t = useTranslations("studentImport");
  const trpc = useTRPC();
  const [url] = useQueryStates(importParsers);
  const { data: detail, dataUpdatedAt } = useSuspenseQuery({
    ...trpc.studentImport.get.queryOptions({ id }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.state) ? EVERY : false),
  });
  const isAtColumns = detail.state === "mapped" || (isChecked(detail.state) && url.step === "columns");
  const step = isAtColumns ? "columns" : detail.state;
  return (
    <PageBody>
      <CrumbName name={detail.fileName} />
      <ImportHead detail={detail} isAtColumns={isAtColumns} />
      <StepFocus step={step}>
        <QueryBoundary
          resetKey={`${step} ${url.group ?? ""} ${url.after ?? ""}`}
          failed={(error, retry) => <TabFailed error={error} retry={retry} />}
        >
          <Suspense key={step} fallback={<SkeletonBlock label={t("loading")} lines={6} />}>
            <ImportStep detail={detail} at={dataUpdatedAt} url={url} isAtColumns={isAtColumns} />
          </Suspense>
        </QueryBoundary>
      </StepFocus>
    </PageBody>
  );
}

function isChecked(state: string): boolean {
  return state === "checked" || state === "held";
}
