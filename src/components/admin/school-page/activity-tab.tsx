"use client";

import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { auditHref } from "@/components/audit/audit-url";
import { EventFeed } from "@/components/audit/event-feed";
import { NEXT_PAGE } from "@/components/classes/next-page";
import { ShowOlder } from "@/components/show-older";
import { Link } from "@/components/ui/link";
import { useTRPC } from "@/trpc/client";
import type { TabProps } from "./tab-props";

/** What was done in the school and to it, the newest first. */
export default function ActivityTab({ school, now }: TabProps) {
  const t = useTranslations("schoolPage.activity");
  const trpc = useTRPC();
  const query = useSuspenseInfiniteQuery(
    trpc.platformAudit.list.infiniteQueryOptions({ school: school.id }, NEXT_PAGE),
  );
  const events = query.data.pages.flatMap((page) => page.rows);
  if (events.length === 0) return <p className="text-sm text-ink-3">{t("none")}</p>;
  return (
    <div className="flex max-w-[46rem] flex-col gap-4">
      <p className="text-sm">
        <Link href={auditHref({ school: school.id }, "/admin/audit")}>{t("all")}</Link>
      </p>
      <EventFeed label={t("label")} events={events} now={now} />
      <ShowOlder query={query} />
    </div>
  );
}
