"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { lazy, Suspense, useDeferredValue } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { CrumbName } from "@/components/shell/crumb-name";
import { TabFailed } from "@/components/tab-failed";
import { PageBody } from "@/components/ui/page-body";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useClock } from "@/components/users/use-dates";
import { useStable } from "@/components/users/use-stable";
import { useSchoolDialogs } from "../school-dialogs";
import { OverviewTab } from "./overview-tab";
import { SchoolCallout } from "./school-callout";
import { SchoolHead } from "./school-head";
import { SchoolTabs } from "./school-tabs";
import { schoolParsers } from "./school-url";
import { useSchool } from "./use-school";

// The overview is what the page opens with; the other parts come when they are asked for.
const PARTS = {
  people: lazy(() => import("./people-tab")),
  classes: lazy(() => import("./classes-tab")),
  activity: lazy(() => import("./activity-tab")),
};

export interface SchoolPageProps {
  id: string;
  /** The school that the viewer belongs to. */
  ownId: string;
  /** The time of the first paint. */
  start: Date;
}

/** One school as the platform sees it: what it is, what it holds, who is in it, what was done. */
export function SchoolPage({ id, ownId, start }: SchoolPageProps) {
  const t = useTranslations("schoolPage");
  const now = useClock(start);
  const school = useSchool(id);
  const [given, setUrl] = useQueryStates(schoolParsers, { scroll: false });
  const url = useStable(given);
  const listed = useDeferredValue(url);
  const { ask, dialogs } = useSchoolDialogs();
  const Part = listed.tab === "overview" ? undefined : PARTS[listed.tab];
  return (
    <PageBody>
      <CrumbName name={school.name} />
      <SchoolHead school={school} ownId={ownId} ask={ask} />
      <SchoolCallout school={school} />
      <SchoolTabs school={school} current={url.tab} />
      <section aria-label={t(`tabs.${url.tab}`)} className="min-w-0">
        {Part ? (
          <QueryBoundary
            resetKey={JSON.stringify(listed)}
            failed={(error, retry) => <TabFailed error={error} retry={retry} />}
          >
            <Suspense key={listed.tab} fallback={<SkeletonBlock label={t("loading")} lines={8} />}>
              <Part
                school={school}
                url={listed}
                now={now}
                onNarrow={(change, replace) =>
                  void setUrl(
                    { ...change, after: null, trail: null },
                    { history: replace ? "replace" : "push" },
                  )
                }
              />
            </Suspense>
          </QueryBoundary>
        ) : (
          <OverviewTab school={school} now={now} />
        )}
      </section>
      {dialogs}
    </PageBody>
  );
}
