"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { lazy, Suspense, useDeferredValue, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { QueryBoundary } from "@/components/query-boundary";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { SearchField } from "@/components/ui/search-field";
import { Toolbar } from "@/components/ui/toolbar";
import { useStable } from "@/components/users/use-stable";
import { ORGANIZATION_PLANS, ORGANIZATION_STATUSES } from "@/domain/roles";
import { someOf } from "@/lib/one-of";
import { SchoolsList, SchoolsListSkeleton } from "./schools-list";
import { type SchoolsUrl, schoolsParsers } from "./schools-url";
import type { SchoolRow } from "./types";

const EnterDialog = lazy(() => import("./enter-dialog"));

/** Every school of the platform, and the way into each. */
export function SchoolsScreen({ ownId }: { ownId: string }) {
  const t = useTranslations("schools");
  const [url, setUrl] = useQueryStates(schoolsParsers, { scroll: false });
  const wanted = useStable(url);
  // The rows that are there stay until the next ones have come.
  const listed = useDeferredValue(wanted);
  const [entering, setEntering] = useState<SchoolRow>();
  const narrow = (change: Partial<SchoolsUrl>, how: { replace?: boolean } = {}) =>
    void setUrl({ ...change, after: null, trail: null }, { history: how.replace ? "replace" : "push" });
  return (
    <PageBody>
      <PageHeader title={t("title")} description={t("description")} />
      <Filters url={wanted} onNarrow={narrow} />
      <QueryBoundary
        resetKey={JSON.stringify(listed)}
        failed={(error, retry) => <Failed error={error} retry={retry} />}
      >
        <Suspense fallback={<SchoolsListSkeleton ownId={ownId} />}>
          <SchoolsList url={listed} ownId={ownId} busy={listed !== wanted} onEnter={setEntering} />
        </Suspense>
      </QueryBoundary>
      {entering ? (
        <Suspense fallback={null}>
          <EnterDialog school={entering} onClose={() => setEntering(undefined)} />
        </Suspense>
      ) : null}
    </PageBody>
  );
}

function Filters(props: {
  url: SchoolsUrl;
  onNarrow: (change: Partial<SchoolsUrl>, how?: { replace?: boolean }) => void;
}) {
  const { url, onNarrow } = props;
  const t = useTranslations("schools");
  const tTier = useTranslations("tiers");
  const tUsers = useTranslations("users");
  return (
    <Toolbar
      search={
        <SearchField
          label={t("search")}
          placeholder={t("searchPlaceholder")}
          value={url.q}
          onSearch={(q) => onNarrow({ q }, { replace: true })}
        />
      }
      filtersLabel={tUsers("filters")}
      filters={
        <>
          <FilterChip
            label={t("columns.status")}
            options={ORGANIZATION_STATUSES.map((status) => ({
              value: status,
              label: t(`statuses.${status}`),
            }))}
            value={url.status}
            onChange={(chosen) => onNarrow({ status: someOf(ORGANIZATION_STATUSES, chosen) })}
          />
          <FilterChip
            label={t("columns.plan")}
            options={ORGANIZATION_PLANS.map((plan) => ({ value: plan, label: tTier(plan) }))}
            value={url.plan}
            onChange={(chosen) => onNarrow({ plan: someOf(ORGANIZATION_PLANS, chosen) })}
          />
        </>
      }
    />
  );
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("schools");
  const tUi = useTranslations("ui");
  return (
    <div className="py-12">
      <ErrorState title={t("failedTitle")} actions={<Button onPress={retry}>{tUi("tryAgain")}</Button>}>
        {useErrorText()(error).message}
      </ErrorState>
    </div>
  );
}
