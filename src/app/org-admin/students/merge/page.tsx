import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { MergeScreen } from "@/components/record-merge/merge-screen";
import { loadMergeUrl, pairOf } from "@/components/record-merge/merge-url";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("recordMerge"))("title") };
}

/** Two records of one student or guardian become one. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePermission("student:merge");
  const url = await loadMergeUrl(searchParams);
  const pair = pairOf(url);
  if (pair) prefetch(trpc.recordMerge.preview.queryOptions(pair));
  else {
    prefetch(trpc.recordMerge.duplicates.queryOptions({ kind: url.kind }));
    prefetch(trpc.recordMerge.list.queryOptions({ kind: url.kind }));
  }
  return (
    <HydrateClient>
      <MergeScreen />
    </HydrateClient>
  );
}
