"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { PickItem } from "@/components/ui/use-options";
import type { AuditUrl } from "./audit-url";
import type { EventDetail, EventPage } from "./types";

/** One event as it could be had. */
export interface EventAnswer {
  data: EventDetail | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** Which log is shown, and where its events come from: a school's own, or that of the platform. */
export interface LogSource {
  scope: "school" | "platform";
  path: string;
  /** The address of its download, without a query. */
  exportPath: string;
  /** The page of an event's record, where it has one. */
  subjectHref: (event: { subjectType: string; subjectId: string | null }) => string | undefined;
  /** Suspends until the page is there. */
  useEventPage: (url: AuditUrl) => EventPage;
  useListedPage: (url: AuditUrl, enabled: boolean) => EventPage | undefined;
  useEvent: (id: string, enabled: boolean) => EventAnswer;
  useActorName: (id: string | undefined, enabled: boolean) => string | undefined;
  /** People to choose among, and a search among all of them. */
  useActors: (school: string | null) => {
    people: readonly PickItem[];
    search: (text: string, signal: AbortSignal) => Promise<readonly PickItem[]>;
  };
}

const SEAL_MS = 2_000;

/** When an event that has no seal yet is asked for again. */
export function untilSealed({ state }: { state: { data: EventDetail | undefined } }): number | false {
  return state.data?.sealPosition === null ? SEAL_MS : false;
}

const Source = createContext<LogSource | undefined>(undefined);

export function LogSourceProvider({ source, children }: { source: LogSource; children: ReactNode }) {
  return <Source value={source}>{children}</Source>;
}

/** The log that is shown. */
export function useLog(): LogSource {
  const source = useContext(Source);
  if (!source) throw new Error("There is no log here");
  return source;
}
