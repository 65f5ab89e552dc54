"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PanelSection } from "@/components/ui/side-panel";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useAlive } from "@/components/ui/use-alive";
import { useClock } from "@/components/users/use-dates";
import { useTRPC } from "@/trpc/client";
import { EventFeed } from "./event-feed";

const SHOWN = 10;

/** What was done to one record, in its panel, for who may read the log; nothing where it cannot be had. */
export function RecordHistory({ id }: { id: string }) {
  const t = useTranslations("auditLog.record");
  const trpc = useTRPC();
  const alive = useAlive();
  const [start] = useState(() => new Date());
  const now = useClock(start);
  const { data, error } = useQuery({
    ...trpc.audit.list.queryOptions({ subjectId: id, limit: SHOWN }),
    enabled: alive,
    staleTime: 0,
  });
  if (error || data?.rows.length === 0) return null;
  return (
    <PanelSection title={t("title")}>
      {alive && data ? (
        <EventFeed events={data.rows} now={now} />
      ) : (
        <SkeletonBlock label={t("loading")} lines={3} />
      )}
    </PanelSection>
  );
}
