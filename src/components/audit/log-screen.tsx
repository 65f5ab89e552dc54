"use client";

import { useQueryStates } from "nuqs";
import { lazy, Suspense, useCallback, useDeferredValue } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { PageBody } from "@/components/ui/page-body";
import { useClock } from "@/components/users/use-dates";
import { useStable } from "@/components/users/use-stable";
import type { Density } from "@/domain/preferences";
import { AuditHead, AuditViews } from "./audit-head";
import { AuditList, AuditListSkeleton } from "./audit-list";
import { AuditToolbar } from "./audit-toolbar";
import { type AuditUrl, auditParsers } from "./audit-url";
import { LogFailed } from "./list-states";
import { type LogSource, LogSourceProvider } from "./log-source";

const EventPanel = lazy(() => import("./event-panel").then((it) => ({ default: it.EventPanel })));

interface LogScreenProps {
  source: LogSource;
  density: Density;
  /** Has a place of their own in the school, where views can be kept. */
  keepsViews: boolean;
  mayExport: boolean;
  /** The time of the first paint. */
  start: Date;
}

/** A log: what was done, by whom and when; one event in full beside it. */
export function LogScreen({ source, ...props }: LogScreenProps) {
  return (
    <LogSourceProvider source={source}>
      <Screen {...props} />
    </LogSourceProvider>
  );
}

function Screen({ density, keepsViews, mayExport, start }: Omit<LogScreenProps, "source">) {
  const now = useClock(start);
  const [url, setUrl] = useQueryStates(auditParsers, { scroll: false });
  const wanted = useStable({ ...url, event: null });
  // The rows that are there stay until the next ones have come.
  const listed = useDeferredValue(wanted);
  const narrow = useCallback(
    (change: Partial<AuditUrl>, how: { replace?: boolean } = {}) =>
      void setUrl(
        { ...change, after: null, trail: null, event: null },
        { history: how.replace ? "replace" : "push" },
      ),
    [setUrl],
  );
  // From one event to the next no trace is left: Back leads out of the panel.
  const open = useCallback(
    (event: string | null) =>
      void setUrl({ event }, { history: url.event === null || event === null ? "push" : "replace" }),
    [setUrl, url.event],
  );
  return (
    <PageBody
      panel={
        url.event === null ? null : (
          <Suspense fallback={null}>
            <EventPanel id={url.event} listed={listed} now={now} onOpen={open} />
          </Suspense>
        )
      }
    >
      <AuditHead url={wanted} mayExport={mayExport} />
      <AuditViews url={wanted} keepsViews={keepsViews} />
      <AuditToolbar url={wanted} density={density} onNarrow={narrow} />
      <QueryBoundary
        resetKey={JSON.stringify(listed)}
        failed={(error, retry) => <LogFailed url={listed} error={error} retry={retry} />}
      >
        <Suspense fallback={<AuditListSkeleton url={url} />}>
          <AuditList url={listed} current={url.event} busy={listed !== wanted} onOpen={open} />
        </Suspense>
      </QueryBoundary>
    </PageBody>
  );
}
