"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { Suspense, useDeferredValue } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { CrumbName } from "@/components/shell/crumb-name";
import { TabFailed } from "@/components/tab-failed";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useStable } from "@/components/users/use-stable";
import { transfersParsers } from "../transfers-url";
import { TransfersList } from "./transfers-list";

/** Students between this school and others: who would come, and who goes. */
export function TransfersScreen() {
  const t = useTranslations("studentTransfers");
  const [url] = useQueryStates(transfersParsers);
  const view = useStable(url);
  // The rows that are there stay until the next ones have come.
  const shown = useDeferredValue(view);
  return (
    <PageBody>
      <CrumbName name={t("title")} />
      <PageHeader title={t("title")} description={t("description")} />
      <QueryBoundary
        resetKey={JSON.stringify(shown)}
        failed={(error, retry) => <TabFailed error={error} retry={retry} />}
      >
        <Suspense fallback={<SkeletonBlock label={t("list.loading")} lines={8} />}>
          <TransfersList view={view} shown={shown} />
        </Suspense>
      </QueryBoundary>
    </PageBody>
  );
}
