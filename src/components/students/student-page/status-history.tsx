"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActivityFeed } from "@/components/ui/activity-feed";
import { Section } from "@/components/ui/section";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useDay } from "@/components/use-day";
import { useTRPC } from "@/trpc/client";
import { StudentStatusMark } from "../student-status";
import type { StudentDetail } from "../types";

/** How the enrolment came to be what it is, the newest first: from which day, why, from or to which school. */
export function StatusHistory({ student }: { student: StudentDetail }) {
  const t = useTranslations("students.history");
  const trpc = useTRPC();
  const { calendarDay } = useDay();
  const { data, error } = useQuery(trpc.student.statuses.queryOptions({ id: student.id }));
  return (
    <Section title={t("title")}>
      {error ? (
        <p className="text-sm text-ink-3">{t("failed")}</p>
      ) : data ? (
        <ActivityFeed
          label={t("title")}
          items={data.map((change) => ({
            id: change.id,
            text: (
              <>
                <StudentStatusMark status={change.status} gender={student.gender} />
                {[
                  change.otherSchool
                    ? t(change.status === "active" ? "from" : "to", {
                        school: [change.otherSchool, change.otherSchoolCode].filter(Boolean).join(", "),
                      })
                    : "",
                  change.reason,
                ]
                  .filter(Boolean)
                  .map((text) => (
                    <span key={text}> · {text}</span>
                  ))}
              </>
            ),
            aside: calendarDay(change.since),
          }))}
        />
      ) : (
        <SkeletonBlock label={t("loading")} lines={2} />
      )}
    </Section>
  );
}
