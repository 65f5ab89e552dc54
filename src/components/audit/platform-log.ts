"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { schoolHref } from "@/components/admin/school-page/school-url";
import { isUuid } from "@/lib/ids";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { PLATFORM_AUDIT_PATH, pageOf } from "./audit-url";
import { type LogSource, untilSealed } from "./log-source";
import { useActorItem } from "./use-actor-item";

/** The logs of all schools and of the platform itself. */
export const PLATFORM_LOG: LogSource = {
  scope: "platform",
  path: PLATFORM_AUDIT_PATH,
  exportPath: "/api/export/platform-audit",
  subjectHref: ({ subjectType, subjectId }) =>
    subjectType === "organization" && subjectId ? schoolHref(subjectId) : undefined,
  useEventPage(url) {
    return useSuspenseQuery(useTRPC().platformAudit.list.queryOptions(pageOf(url))).data;
  },
  useListedPage(url, enabled) {
    return useQuery({ ...useTRPC().platformAudit.list.queryOptions(pageOf(url)), enabled }).data;
  },
  useEvent(id, enabled) {
    return useQuery({
      ...useTRPC().platformAudit.get.queryOptions({ id }),
      enabled,
      refetchInterval: untilSealed,
    });
  },
  useActorName(id, enabled) {
    return useQuery({ ...useTRPC().platformAudit.actors.queryOptions({ id }), enabled }).data?.[0]?.name;
  },
  useActors(school) {
    const client = useTRPCClient();
    const within = isUuid(school) ? { school } : {};
    const { data = [] } = useQuery(useTRPC().platformAudit.actors.queryOptions(within));
    const item = useActorItem();
    return {
      people: data.map(item),
      search: async (search, signal) =>
        (await client.platformAudit.actors.query({ ...within, search }, { signal })).map(item),
    };
  },
};
