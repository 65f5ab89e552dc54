import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { SchoolPage } from "@/components/admin/school-page/school-page";
import {
  classesInput,
  loadSchoolUrl,
  peopleInput,
  type SchoolUrl,
} from "@/components/admin/school-page/school-url";
import { NEXT_PAGE } from "@/components/classes/next-page";
import { getQueryClient, HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePlatform } from "../../require-platform";
import { findSchool } from "./find-school";

interface Route {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Route): Promise<Metadata> {
  return { title: (await findSchool((await params).id)).name };
}

/** One school as the platform sees it. */
export default async function Page({ params, searchParams }: Route) {
  const actor = await requirePlatform("platform:list-organizations");
  const [{ id }, url] = await Promise.all([params, loadSchoolUrl(searchParams)]);
  await findSchool(id);
  prefetchTab(id, url);
  return (
    <HydrateClient>
      <SchoolPage id={id} ownId={actor.organizationId} start={new Date()} />
    </HydrateClient>
  );
}

/** Starts what the open part of the page reads. */
function prefetchTab(id: string, url: SchoolUrl): void {
  if (url.tab === "people") prefetch(trpc.platform.people.queryOptions(peopleInput(id, url)));
  if (url.tab === "classes") prefetch(trpc.platform.classes.queryOptions(classesInput(id, url)));
  if (url.tab === "activity")
    void getQueryClient().prefetchInfiniteQuery(
      trpc.platformAudit.list.infiniteQueryOptions({ school: id }, NEXT_PAGE),
    );
}
