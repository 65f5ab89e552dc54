"use client";

import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { EventFeed } from "@/components/audit/event-feed";
import { NEXT_PAGE } from "@/components/classes/next-page";
import { ShowOlder } from "@/components/show-older";
import { Section } from "@/components/ui/section";
import { useDay } from "@/components/use-day";
import { useTRPC } from "@/trpc/client";
import type { StudentTabProps } from "../student-page/tab-props";
import { StudentStatusMark } from "../student-status";

/** How the enrolment came to be, day by day, and all that was done to the record. */
export default function HistoryTab({ student, now }: StudentTabProps) {
  const t = useTranslations("students.history");
  const trpc = useTRPC();
  const { calendarDay } = useDay();
  const { id, gender } = student;
  const { data: statuses } = useSuspenseQuery(trpc.student.statuses.queryOptions({ id }));
  const query = useSuspenseInfiniteQuery(trpc.student.history.infiniteQueryOptions({ id }, NEXT_PAGE));
  const events = query.data.pages.flatMap((page) => page.rows);
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-(--stack) lg:grid-cols-[minmax(16rem,1fr)_minmax(0,2fr)]">
      <Section title={t("statuses")}>
        {statuses.length === 0 ? <p className="text-sm text-ink-3">{t("noStatuses")}</p> : null}
        <ol className="divide-y divide-line text-sm">
          {statuses.map((row) => (
            <li key={row.id} className="grid gap-0.5 py-2">
              <span className="flex flex-wrap items-center justify-between gap-2">
                <StudentStatusMark status={row.status} gender={gender} />
                <time dateTime={row.since} className="text-xs text-ink-3">
                  {t("since", { date: calendarDay(row.since) })}
                </time>
              </span>
              {[row.reason, row.otherSchool].filter(Boolean).map((words) => (
                <span key={words} className="text-ink-2">
                  {words}
                </span>
              ))}
              {row.recordedBy ? (
                <span className="text-xs text-ink-3">{t("by", { name: row.recordedBy })}</span>
              ) : null}
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t("events")}>
        <div className="flex flex-col gap-4">
          {events.length === 0 ? <p className="text-sm text-ink-3">{t("noEvents")}</p> : null}
          <EventFeed label={t("events")} events={events} now={now} />
          <ShowOlder query={query} />
        </div>
      </Section>
    </div>
  );
}
