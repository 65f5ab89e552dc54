"use client";

import { useFormatter, useTranslations } from "next-intl";
import { BarList } from "@/components/ui/bar-list";
import { KeyFigures } from "@/components/ui/key-figures";
import { Meter } from "@/components/ui/meter";
import { Section } from "@/components/ui/section";
import { useBytes } from "@/components/use-bytes";
import { useDates } from "@/components/users/use-dates";
import type { SchoolDetail } from "../types";
import { SchoolContact } from "./school-contact";
import { SchoolDomains } from "./school-domains";
import { SchoolFacts } from "./school-facts";
import { SchoolInvitations } from "./school-invitations";
import { schoolHref } from "./school-url";

/** What the school holds against its limits, and what is known of it. */
export function OverviewTab({ school, now }: { school: SchoolDetail; now: Date }) {
  const t = useTranslations("schoolPage");
  const tRoles = useTranslations("dashboard.roles");
  const { id, people, maxUsers, invitations } = school;
  return (
    <div className="flex flex-col gap-(--stack)">
      <Usage school={school} now={now} />
      <div className="grid grid-cols-1 gap-x-12 gap-y-(--stack) lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-(--stack)">
          <Section title={t("people.title")}>
            <div className="grid gap-4">
              <Meter
                label={t("usage.seats")}
                value={people.everyone}
                max={maxUsers}
                secondary={invitations.pending}
                hint={t("usage.seatsHint", {
                  invited: invitations.pending,
                  free: Math.max(0, maxUsers - people.everyone - invitations.pending),
                  suspended: people.suspended,
                })}
              />
              <BarList
                label={t("people.byRole")}
                items={people.byRole
                  .filter(({ role, count }) => role !== "ADMIN" || count > 0)
                  .map(({ role, count }) => ({
                    label: tRoles(role),
                    value: count,
                    href: schoolHref(id, { tab: "people", role: [role] }),
                  }))}
              />
            </div>
          </Section>
          <SchoolInvitations school={school} />
          <SchoolDomains school={school} />
        </div>
        <div className="flex min-w-0 flex-col gap-(--stack)">
          <SchoolFacts school={school} />
          <SchoolContact school={school} />
        </div>
      </div>
    </div>
  );
}

function Usage({ school, now }: { school: SchoolDetail; now: Date }) {
  const t = useTranslations("schoolPage.usage");
  const { number } = useFormatter();
  const bytes = useBytes();
  const dates = useDates(now);
  const { usage, measuring, people } = school;
  const figure = (value: string | undefined) => value ?? "–";
  return (
    <div className="grid gap-2">
      <KeyFigures
        label={t("title")}
        items={[
          { label: t("people"), value: number(people.everyone), note: t("of", { max: school.maxUsers }) },
          {
            label: t("classes"),
            value: figure(usage ? number(usage.activeClasses) : undefined),
            note: usage?.archivedClasses ? t("archived", { count: usage.archivedClasses }) : undefined,
          },
          { label: t("enrollments"), value: figure(usage ? number(usage.enrollments) : undefined) },
          { label: t("storage"), value: figure(usage ? bytes(usage.storageBytes) : undefined) },
          { label: t("lastSeen"), value: dates.ago(people.lastSeenAt) },
        ]}
      />
      <p role="status" className="text-xs text-ink-3">
        {measuring
          ? t("measuring")
          : usage
            ? t("measured", { at: dates.moment(usage.measuredAt) })
            : t("notMeasured")}
      </p>
    </div>
  );
}
