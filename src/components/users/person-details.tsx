"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { ClassMark } from "@/components/classes/class-mark";
import { classHref } from "@/components/classes/class-url";
import { ActivityFeed } from "@/components/ui/activity-feed";
import { DescriptionList } from "@/components/ui/description-list";
import { RouteLink } from "@/components/ui/route-link";
import { SkeletonBlock } from "@/components/ui/skeleton";
import type { PersonDetail } from "./types";
import { useDates } from "./use-dates";
import { UserStatusMark } from "./user-status";

const EventFeed = lazy(() =>
  import("@/components/audit/event-feed").then((it) => ({ default: it.EventFeed })),
);

export interface PersonPartProps {
  person: PersonDetail;
  now: Date;
}

/** "Coach · Active". */
export function RoleAndStatus({ person }: { person: Pick<PersonDetail, "role" | "status" | "leftAt"> }) {
  const t = useTranslations("users.person");
  const tRole = useTranslations("roles");
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      {tRole(person.role)}
      <span aria-hidden="true">·</span>
      {person.leftAt ? t("gone") : <UserStatusMark status={person.status} />}
    </span>
  );
}

const CONTACT = "text-brand-text underline decoration-brand-line underline-offset-3 hover:decoration-current";

/** How to reach the person, since when they are here, who let them in. */
export function PersonFacts({ person, now }: PersonPartProps) {
  const t = useTranslations("users.person");
  const tTier = useTranslations("tiers");
  const dates = useDates(now);
  const joined = dates.long(person.joinedAt);
  return (
    <DescriptionList
      items={[
        {
          term: t("email"),
          value: (
            <a href={`mailto:${person.email}`} className={CONTACT}>
              {person.email}
            </a>
          ),
        },
        ...(person.phone
          ? [
              {
                term: t("phone"),
                value: (
                  <a href={`tel:${person.phone.replace(/[^+0-9]/g, "")}`} className={CONTACT}>
                    {person.phone}
                  </a>
                ),
              },
            ]
          : []),
        {
          term: t("joined"),
          value: person.invitedBy ? t("joinedBy", { date: joined, name: person.invitedBy }) : joined,
        },
        { term: t("lastSeen"), value: dates.ago(person.lastSeenAt) },
        { term: t("tier"), value: tTier(person.tier) },
      ]}
    />
  );
}

/** The classes that the person leads, then those they study in. */
export function PersonClasses({ person, now }: PersonPartProps) {
  const t = useTranslations("users.person");
  const dates = useDates(now);
  const { coached, enrolled } = person;
  if (coached.length + enrolled.length === 0) return <p className="text-sm text-ink-3">{t("noClasses")}</p>;
  return (
    <ActivityFeed
      items={[
        ...coached.map(({ id, name, isLead, studentCount }) => ({
          id: `coach-${id}`,
          lead: <ClassMark name={name} />,
          text: (
            <>
              <ClassName id={id} name={name} /> · {t(isLead ? "leads" : "coaches")}
            </>
          ),
          aside: t("students", { count: studentCount }),
        })),
        ...enrolled.map(({ id, name, enrolledAt }) => ({
          id: `student-${id}`,
          lead: <ClassMark name={name} />,
          text: (
            <>
              <ClassName id={id} name={name} /> · {t("studies")}
            </>
          ),
          aside: t("since", { date: dates.short(enrolledAt) }),
        })),
      ]}
    />
  );
}

/** What was done to the person, the newest first. */
export function PersonHistory({ person, now }: PersonPartProps) {
  const t = useTranslations("users.person");
  if (person.history.length === 0) return <p className="text-sm text-ink-3">{t("noHistory")}</p>;
  return (
    <Suspense fallback={<SkeletonBlock label={t("loadingHistory")} lines={3} />}>
      <EventFeed events={person.history} now={now} />
    </Suspense>
  );
}

function ClassName({ id, name }: { id: string; name: string }) {
  return (
    <RouteLink
      href={classHref("/org-admin", id)}
      className="font-medium text-ink underline-offset-3 hover:underline"
    >
      {name}
    </RouteLink>
  );
}
