"use client";

import { useTranslations } from "next-intl";
import { ActivityFeed } from "@/components/ui/activity-feed";
import { Avatar } from "@/components/ui/avatar";
import { DescriptionList } from "@/components/ui/description-list";
import type { PersonDetail } from "./types";
import { useDates } from "./use-dates";
import { useHistoryWords } from "./use-history-words";
import { UserStatusMark } from "./user-status";

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
            <a
              href={`mailto:${person.email}`}
              className="text-brand-text underline decoration-brand-line underline-offset-3 hover:decoration-current"
            >
              {person.email}
            </a>
          ),
        },
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
          lead: <Avatar name={shortName(name)} square />,
          text: (
            <>
              <b>{name}</b> · {t(isLead ? "leads" : "coaches")}
            </>
          ),
          aside: t("students", { count: studentCount }),
        })),
        ...enrolled.map(({ id, name, enrolledAt }) => ({
          id: `student-${id}`,
          lead: <Avatar name={shortName(name)} square />,
          text: (
            <>
              <b>{name}</b> · {t("studies")}
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
  const words = useHistoryWords();
  const dates = useDates(now);
  if (person.history.length === 0) return <p className="text-sm text-ink-3">{t("noHistory")}</p>;
  return (
    <ActivityFeed
      items={person.history.map((event) => ({
        id: event.id,
        text: (
          <>
            {words(event)}
            {event.actorName ? <span className="block text-xs text-ink-3">{event.actorName}</span> : null}
          </>
        ),
        aside: (
          <time dateTime={event.createdAt.toISOString()} title={dates.moment(event.createdAt)}>
            {dates.ago(event.createdAt)}
          </time>
        ),
      }))}
    />
  );
}

/** Two characters that tell classes apart: "Physics 9A" is 9A, "Robotics 1" is R1. */
function shortName(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const last = words.at(-1) ?? "";
  if (/^\d+\p{L}$/u.test(last)) return last;
  return `${words[0]?.[0] ?? ""}${words.length > 1 ? (last[0] ?? "") : ""}`;
}
