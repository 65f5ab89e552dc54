import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { ClassPage } from "@/components/classes/class-page/class-page";
import {
  type ClassUrl,
  classInvitationsInput,
  loadClassUrl,
  rosterInput,
} from "@/components/classes/class-url";
import { NEXT_PAGE } from "@/components/classes/next-page";
import { isUuid } from "@/lib/ids";
import { api, getQueryClient, HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../_shell/require";
import { type ClassRoute, findClass } from "./find-class";
import type { ClassesReach } from "./reach";

export async function classMetadata(reach: ClassesReach, params: ClassRoute["params"]): Promise<Metadata> {
  return { title: (await findClass(reach.permission, (await params).id)).name };
}

export interface ClassProps extends ClassRoute {
  reach: ClassesReach;
  searchParams: Promise<SearchParams>;
}

/** The page of one class within the reach. */
export async function Class({ reach, params, searchParams }: ClassProps) {
  const [{ userId }, { id }, url] = await Promise.all([
    requirePermission(reach.permission),
    params,
    loadClassUrl(searchParams),
  ]);
  if (isUuid(id)) prefetchTab(id, url);
  const [, { settings }] = await Promise.all([
    findClass(reach.permission, id),
    (await api()).organization.get(),
  ]);
  return (
    <HydrateClient>
      <ClassPage
        id={id}
        area={reach.area}
        viewerId={userId}
        days={settings["invitations.days"]}
        start={new Date()}
      />
    </HydrateClient>
  );
}

/** Starts what the open part of the page reads. */
function prefetchTab(id: string, url: ClassUrl): void {
  if (url.tab === "roster") prefetch(trpc.class.roster.queryOptions(rosterInput(id, url)));
  if (url.tab === "waiting") prefetch(trpc.class.waitingList.queryOptions({ id }));
  if (url.tab === "invitations") prefetch(trpc.invitation.list.queryOptions(classInvitationsInput(id)));
  const client = getQueryClient();
  if (url.tab === "former")
    void client.prefetchInfiniteQuery(trpc.class.former.infiniteQueryOptions({ id }, NEXT_PAGE));
  if (url.tab === "overview" || url.tab === "activity")
    void client.prefetchInfiniteQuery(trpc.class.history.infiniteQueryOptions({ id }, NEXT_PAGE));
}
