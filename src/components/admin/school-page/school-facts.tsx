"use client";

import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { useDay } from "@/components/use-day";
import type { SchoolDetail } from "../types";

/** What the school is, as the platform has it. */
export function SchoolFacts({ school }: { school: SchoolDetail }) {
  const t = useTranslations("schoolPage.facts");
  const tSchools = useTranslations("schools");
  const tTier = useTranslations("tiers");
  const { day } = useDay();
  const { slug, plan, kind, placement, createdAt, schoolInvitation: invited, description } = school;
  return (
    <Section title={t("title")}>
      <DescriptionList
        items={[
          { term: tSchools("form.slug"), value: slug },
          { term: tSchools("columns.plan"), value: tTier(plan) },
          { term: t("kind"), value: t(`kinds.${kind}`) },
          { term: t("placement"), value: placement === "app" ? t("shared") : t("apart") },
          { term: tSchools("columns.created"), value: day(createdAt) },
          ...(invited
            ? [
                {
                  term: t("invited"),
                  value: t("invitedBy", {
                    name: invited.invitedBy,
                    email: invited.contactEmail,
                    date: day(invited.createdAt),
                  }),
                },
              ]
            : []),
          {
            term: tSchools("form.description"),
            value: description ? (
              <span className="whitespace-pre-line">{description}</span>
            ) : (
              <span className="text-ink-3">–</span>
            ),
          },
        ]}
      />
    </Section>
  );
}
