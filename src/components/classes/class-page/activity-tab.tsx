"use client";

import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { EventFeed } from "@/components/audit/event-feed";
import { ShowOlder } from "@/components/show-older";
import { useTRPC } from "@/trpc/client";
import { NEXT_PAGE } from "../next-page";
import type { TabProps } from "./tab-props";

/** All that was done to the class, the newest first. */
export default function ActivityTab({ detail, now }: TabProps) {
  const t = useTranslations("classes.activity");
  const trpc = useTRPC();
  const query = useSuspenseInfiniteQuery(
    trpc.class.history.infiniteQueryOptions({ id: detail.id }, NEXT_PAGE),
  );
  return (
    <div className="flex flex-col gap-4">
      <EventFeed label={t("label")} events={query.data.pages.flatMap((page) => page.rows)} now={now} />
      <ShowOlder query={query} />
    </div>
  );
}
