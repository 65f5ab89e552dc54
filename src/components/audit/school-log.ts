"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { AUDIT_PATH, pageOf } from "./audit-url";
import { subjectHref } from "./event-links";
import { type LogSource, untilSealed } from "./log-source";
import { useActorItem } from "./use-actor-item";

/** The log of one's own school, or of the one that is visited. */
export const SCHOOL_LOG: LogSource = {
  scope: "school",
  path: AUDIT_PATH,
  exportPath: "/api/export/audit",
  subjectHref,
  useEventPage(url) {
    return useSuspenseQuery(useTRPC().audit.list.queryOptions(pageOf(url))).data;
  },
  useListedPage(url, enabled) {
    return useQuery({ ...useTRPC().audit.list.queryOptions(pageOf(url)), enabled }).data;
  },
  useEvent(id, enabled) {
    return useQuery({ ...useTRPC().audit.get.queryOptions({ id }), enabled, refetchInterval: untilSealed });
  },
  useActorName(id, enabled) {
    return useQuery({ ...useTRPC().audit.actors.queryOptions({ id }), enabled }).data?.[0]?.name;
  },
  useActors() {
    const client = useTRPCClient();
    const { data = [] } = useQuery(useTRPC().audit.actors.queryOptions({}));
    const item = useActorItem();
    return {
      people: data.map(item),
      search: async (search, signal) => (await client.audit.actors.query({ search }, { signal })).map(item),
    };
  },
};
