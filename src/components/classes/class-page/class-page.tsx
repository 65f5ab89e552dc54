"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { CrumbName } from "@/components/shell/crumb-name";
import { TabFailed } from "@/components/tab-failed";
import { PageBody } from "@/components/ui/page-body";
import { useClock } from "@/components/users/use-dates";
import { useTRPC } from "@/trpc/client";
import { type Area, type ClassTab, classParsers } from "../class-url";
import { ArchivedCallout } from "./archived-callout";
import type { Asked } from "./asked";
import { ClassDialogs } from "./class-dialogs";
import { ClassHead } from "./class-head";
import { ClassRail } from "./class-rail";
import { ClassTabs } from "./class-tabs";
import { RosterTab } from "./roster-tab";
import { TabSkeleton } from "./tab-states";
import { useCoachActions } from "./use-coach-actions";
import { useRosterActions } from "./use-roster-actions";

// The roster is what the page opens with; the other tabs come when they are asked for.
const ActivityTab = lazy(() => import("./activity-tab"));
const CoachesTab = lazy(() => import("./coaches-tab"));
const FormerTab = lazy(() => import("./former-tab"));
const InvitationsTab = lazy(() => import("./invitations-tab"));
const OverviewTab = lazy(() => import("./overview-tab"));
const WaitingTab = lazy(() => import("./waiting-tab"));

export interface ClassPageProps {
  id: string;
  area: Area;
  viewerId: string | null;
  /** Days that an invitation works for when it is sent again. */
  days: number;
  /** The time of the first paint. */
  start: Date;
}

/** One class: its parts as tabs, beside them seats and coaches. */
export function ClassPage({ id, area, viewerId, days, start }: ClassPageProps) {
  const t = useTranslations("classes.tabs");
  const now = useClock(start);
  const trpc = useTRPC();
  const { data: detail } = useSuspenseQuery(trpc.class.get.queryOptions({ id }));
  const [url, setUrl] = useQueryStates(classParsers, { scroll: false });
  const [asked, ask] = useState<Asked | null>(null);
  const [round, setRound] = useState(0);
  const roster = useRosterActions(detail, () => setRound((count) => count + 1));
  const coaches = useCoachActions(detail, area, viewerId);
  const part = useRef<HTMLElement>(null);
  // What had the focus, the bar of the selection, is gone with the selection.
  useEffect(() => {
    if (round > 0) part.current?.focus({ preventScroll: true });
  }, [round]);
  const props = { detail, area, now, ask, round };
  const parts: Record<ClassTab, () => ReactNode> = {
    overview: () => <OverviewTab {...props} />,
    roster: () => (
      <RosterTab
        {...props}
        url={url}
        onSearch={(q) => void setUrl({ q, pages: null }, { history: "replace" })}
      />
    ),
    waiting: () => <WaitingTab {...props} />,
    former: () => <FormerTab {...props} />,
    coaches: () => <CoachesTab {...props} actions={coaches} viewerId={viewerId} />,
    invitations: () => <InvitationsTab {...props} days={days} />,
    activity: () => <ActivityTab {...props} />,
  };
  return (
    <PageBody>
      <CrumbName name={detail.name} />
      <ClassHead detail={detail} area={area} ask={ask} />
      <ArchivedCallout detail={detail} />
      <ClassTabs detail={detail} area={area} current={url.tab} />
      <div className="grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,2.6fr)_minmax(15rem,1fr)]">
        <section ref={part} tabIndex={-1} aria-label={t(url.tab)} className="min-w-0 outline-none">
          <QueryBoundary
            resetKey={url.tab}
            failed={(error, retry) => <TabFailed error={error} retry={retry} />}
          >
            <Suspense key={url.tab} fallback={<TabSkeleton tab={url.tab} area={area} />}>
              {parts[url.tab]()}
            </Suspense>
          </QueryBoundary>
        </section>
        <ClassRail detail={detail} area={area} ask={ask} />
      </div>
      <ClassDialogs
        asked={asked}
        detail={detail}
        roster={roster}
        coaches={coaches}
        waiting={url.tab === "waiting"}
        onClose={() => ask(null)}
      />
    </PageBody>
  );
}
