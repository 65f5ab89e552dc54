"use client";

import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { EventFeed } from "@/components/audit/event-feed";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { useDay } from "@/components/use-day";
import { useTRPC } from "@/trpc/client";
import { classHref } from "../class-url";
import { useSeatWords } from "../class-words";
import { NEXT_PAGE } from "../next-page";
import type { TabProps } from "./tab-props";

const LATEST = 6;

/** What the class is about, its facts, and what happened last. */
export default function OverviewTab({ detail, area, now, ask }: TabProps) {
  const t = useTranslations("classes.overview");
  const seats = useSeatWords();
  const { day } = useDay();
  const trpc = useTRPC();
  const { data } = useSuspenseInfiniteQuery(
    trpc.class.history.infiniteQueryOptions({ id: detail.id }, NEXT_PAGE),
  );
  const lead = detail.coaches.find(({ isLead }) => isLead);
  const { id, description, year, section, subject, archivedAt, rights, waitingCount } = detail;
  return (
    <div className="flex flex-col gap-(--stack)">
      <Section
        title={t("about")}
        actions={
          rights.edit ? (
            <Button size="sm" onPress={() => ask({ kind: "edit" })}>
              {t("edit")}
            </Button>
          ) : null
        }
      >
        {description ? (
          <p className="max-w-measure whitespace-pre-line [overflow-wrap:anywhere]">{description}</p>
        ) : (
          <p className="text-sm text-ink-3">{t("noDescription")}</p>
        )}
      </Section>
      <Section title={t("facts")}>
        <DescriptionList
          items={[
            { term: t("year"), value: year || "–" },
            ...(section ? [{ term: t("section"), value: section }] : []),
            ...(subject ? [{ term: t("subject"), value: subject }] : []),
            { term: t("students"), value: seats(detail) },
            { term: t("waiting"), value: t("waitingCount", { count: waitingCount }) },
            { term: t("lead"), value: lead?.name ?? "–" },
            { term: t("created"), value: day(detail.createdAt) },
            ...(archivedAt ? [{ term: t("archived"), value: day(archivedAt) }] : []),
          ]}
        />
      </Section>
      <Section
        title={t("latest")}
        actions={
          <Link href={classHref(area, id, { tab: "activity" })} scroll={false} className="text-sm">
            {t("all")}
          </Link>
        }
      >
        <EventFeed label={t("latest")} events={(data.pages[0]?.rows ?? []).slice(0, LATEST)} now={now} />
      </Section>
    </div>
  );
}
